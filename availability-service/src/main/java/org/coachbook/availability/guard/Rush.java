package org.coachbook.availability.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.sharing.SharedReads;
import org.coachbook.contracts.availability.RefusalReason;

/**
 * Spares the database when many want the same time at once: who comes while an attempt at the same week is running waits
 * for its end and, where the time is taken by then, is refused by one read that all of them share. The guarded write
 * remains the only thing that gives a time to anybody.
 */
@ApplicationScoped
public class Rush {
    private static final long PATIENCE_MILLIS = 1_000;

    private final Map<String, CountDownLatch> running = new ConcurrentHashMap<>();
    private final SharedReads<List<String>, List<CalendarWeek>> reads;

    Rush(WeekRepository weeks) {
        this.reads = new SharedReads<>(weeks::findAll);
    }

    /**
     * Lets the work try, unless its time is lost already.
     *
     * @param attempt what the work will attempt; holds that will give way to it need not be known yet
     */
    public Outcome attempt(Attempt attempt, Supplier<Outcome> work) {
        CountDownLatch ours = new CountDownLatch(1);
        CountDownLatch others = running.putIfAbsent(attempt.homeId(), ours);
        if (others != null) {
            return lost(attempt, others).orElseGet(work);
        }
        try {
            return work.get();
        } finally {
            running.remove(attempt.homeId(), ours);
            ours.countDown();
        }
    }

    private Optional<Outcome> lost(Attempt attempt, CountDownLatch others) {
        await(others);
        return Diagnosis.of(attempt, reads.get(attempt.weekIds())) instanceof Diagnosis.Known(Refused refused)
                        && refused.reason() == RefusalReason.OVERLAPS
                ? Optional.of(refused)
                : Optional.empty();
    }

    private static void await(CountDownLatch others) {
        try {
            others.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
