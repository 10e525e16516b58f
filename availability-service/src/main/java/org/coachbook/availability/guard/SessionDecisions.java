package org.coachbook.availability.guard;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Decides whether sessions take place that reached the time to decide without having reached their minimum, or whose
 * last missing seat did not see the others. Each decision is one write; of several replicas one makes it.
 */
@ApplicationScoped
class SessionDecisions {
    private static final Logger LOG = Logger.getLogger(SessionDecisions.class);

    private final WeekRepository weeks;
    private final WideWrites wide;
    private final Clock clock;
    private final MeterRegistry meters;

    SessionDecisions(WeekRepository weeks, WideWrites wide, Clock clock, MeterRegistry meters) {
        this.weeks = weeks;
        this.wide = wide;
        this.clock = clock;
        this.meters = meters;
    }

    /** Decides all that is due, at most so many weeks; one that fails does not keep the others waiting. */
    void decideDue(int limit) {
        weeks.withDueDecisions(clock.instant(), limit).forEach(this::decideNow);
    }

    private void decideNow(String weekId) {
        try {
            decide(weekId, clock.instant());
        } catch (RuntimeException e) {
            LOG.errorf(e, "What is due in week %s is not decided; the next round tries again", weekId);
        }
    }

    /** Decides what is due in one week; whatever changes meanwhile is looked at in the next round. */
    void decide(String weekId, Instant now) {
        CalendarWeek week = weeks.find(weekId);
        if (week != null) {
            Gathering.due(week, now).forEach(gathering -> decide(DecisionUpdate.of(week, gathering, now)));
        }
    }

    private void decide(DecisionUpdate decision) {
        if (written(decision) && !decision.gathering().isDecided()) {
            meters.counter("sessions.decided", "going", String.valueOf(decision.going()))
                    .increment();
        }
    }

    private boolean written(DecisionUpdate decision) {
        String homeId = decision.week().id();
        List<String> others = decision.gathering().seats().stream()
                .map(Entry::alsoIn)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!decision.going() && !others.isEmpty()) {
            return wide.write(decision, homeId, others.getFirst());
        }
        int messages = decision.messages().size();
        return weeks.write(decision.in(homeId, true), decision.pipeline(true), decision.variables(), messages) != null;
    }
}
