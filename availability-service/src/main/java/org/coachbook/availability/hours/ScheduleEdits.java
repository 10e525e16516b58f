package org.coachbook.availability.hours;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.coachbook.availability.externalcalendars.ExternalCalendars;
import org.coachbook.availability.guard.BoundedTransactions;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.availability.sharing.Turns;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.jspecify.annotations.Nullable;

/**
 * Edits schedules. The new version and the mark on the weeks that were built from the old one are one transaction; the
 * edit is answered after its commit, so no reservation is made by rules that were replaced before it began.
 */
@ApplicationScoped
public class ScheduleEdits {
    private static final int ROUNDS = 10;

    private final Turns turns = new Turns();
    private final Schedules schedules;
    private final CalendarWeeks weeks;
    private final BoundedTransactions transactions;
    private final ExternalCalendars elsewhere;
    private final Clock clock;

    ScheduleEdits(
            Schedules schedules,
            CalendarWeeks weeks,
            BoundedTransactions transactions,
            ExternalCalendars elsewhere,
            Clock clock) {
        this.schedules = schedules;
        this.weeks = weeks;
        this.transactions = transactions;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /**
     * Edits a schedule; one that does not exist yet is edited from closed all week.
     *
     * @param timeZone of a schedule that does not exist yet
     * @param edit the new rules; called again when another edit came first, and may end the request
     * @return the schedule as it is now
     */
    public Schedule edit(String coachId, String timeZone, UnaryOperator<Schedule> edit) {
        return turns.take(coachId, () -> editNow(coachId, timeZone, edit));
    }

    private Schedule editNow(String coachId, String timeZone, UnaryOperator<Schedule> edit) {
        for (int round = 0; round < ROUNDS; round++) {
            Schedule before = schedules.ofOrCreate(coachId, timeZone);
            Schedule rules = edit.apply(before);
            List<OutboxMessage> outbox = replace(before, rules);
            if (outbox != null) {
                schedules.committed(coachId, outbox);
                if (!rules.timeZone().equals(before.timeZone())) {
                    elsewhere.readAgain(coachId);
                }
                return schedules.of(coachId).orElseThrow();
            }
        }
        throw Problem.tryAgain().asException();
    }

    private @Nullable List<OutboxMessage> replace(Schedule before, Schedule rules) {
        Instant now = clock.instant();
        return transactions.<@Nullable List<OutboxMessage>>run(session -> {
            List<OutboxMessage> outbox = schedules.replace(session, before, rules, now);
            if (outbox != null) {
                weeks.markStale(session, before.coachId(), now);
            }
            return outbox;
        });
    }
}
