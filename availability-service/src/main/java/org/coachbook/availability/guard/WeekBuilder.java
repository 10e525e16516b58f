package org.coachbook.availability.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.coachbook.availability.calendar.WeekGrid.Week;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;

/**
 * Builds weeks when they are first needed, or needed again after an edit of the schedule. The transaction writes the
 * schedule, too: one that only read it could build from rules that are being replaced at the same time.
 */
@ApplicationScoped
class WeekBuilder {
    private static final int LOCKS = 64;

    private final WeekRepository weeks;
    private final Schedules schedules;
    private final BoundedTransactions transactions;
    /** One builder per week and process, so that a rush on a new week does not end in write conflicts. */
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    WeekBuilder(WeekRepository weeks, Schedules schedules, BoundedTransactions transactions) {
        this.weeks = weeks;
        this.schedules = schedules;
        this.transactions = transactions;
    }

    /** Builds the week unless it is built; does nothing when the schedule has another version by now. */
    void build(Schedule schedule, Week week) {
        String weekId = Attempt.weekId(schedule.coachId(), week.name());
        ReentrantLock lock = locks.get(Math.floorMod(weekId.hashCode(), LOCKS));
        lock.lock();
        try {
            if (!weeks.isBuilt(weekId, schedule.version())) {
                buildNow(schedule, week);
            }
        } finally {
            lock.unlock();
        }
    }

    private void buildNow(Schedule schedule, Week week) {
        transactions.run(session -> {
            boolean current = schedules.touch(session, schedule.coachId(), schedule.version());
            if (current) {
                weeks.build(session, schedule, week);
            }
            return current;
        });
    }
}
