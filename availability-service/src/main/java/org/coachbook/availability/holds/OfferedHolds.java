package org.coachbook.availability.holds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.http.ProblemException;
import org.coachbook.contracts.availability.RefusalReason;

/** Holds that are placed for somebody who did not ask just now: the same holds, by the same rules. */
@ApplicationScoped
public class OfferedHolds {
    private static final String UNAVAILABLE = Problem.TYPES + "slot-unavailable";
    private static final String OWN_TIME = RefusalReason.ALREADY_YOURS.name();

    private final HoldPlacement placement;
    private final Holds holds;

    OfferedHolds(HoldPlacement placement, Holds holds) {
        this.placement = placement;
        this.holds = holds;
    }

    /** What became of an offer. */
    public sealed interface Answer {
        /** The time is held. */
        record Held(Instant start, Instant end, Instant expiresAt) implements Answer {}

        /** Nobody can have the time now. */
        record Unavailable() implements Answer {}

        /** This person cannot: may not see the calendar any more, or holds as much as is allowed. */
        record Unfit() implements Answer {}
    }

    /**
     * Holds a time for somebody.
     *
     * @param id of the hold; the same one again is the same hold
     */
    public Answer offer(
            String userId, String coachId, String sessionTypeId, Instant start, int minutes, String id, Duration life) {
        try {
            var asked = new HoldPlacement.Asked(coachId, sessionTypeId, start, minutes);
            Hold hold = placement.place(userId, asked, id, life);
            return new Answer.Held(hold.from(), hold.to(), hold.expiresAt());
        } catch (ProblemException e) {
            return refused(e.problem());
        }
    }

    private static Answer refused(Problem problem) {
        boolean unavailable = problem.type().equals(UNAVAILABLE)
                && !OWN_TIME.equalsIgnoreCase(Objects.toString(problem.more().get("reason")));
        return unavailable || problem.status() >= 500 ? new Answer.Unavailable() : new Answer.Unfit();
    }

    /** Whether the person's hold still stands: it has not run out, was not given back and not booked. */
    public boolean stands(String userId, String id) {
        return holds.find(userId, id).isPresent();
    }

    /** Gives the hold back, if it stands. */
    public void withdraw(String userId, String id) {
        holds.find(userId, id).ifPresent(hold -> holds.remove(userId, hold));
    }
}
