package org.coachbook.availability.holds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.coachbook.chassis.http.ProblemException;

/** Holds that are placed for somebody who did not ask just now: the same holds, by the same rules. */
@ApplicationScoped
public class OfferedHolds {
    private final HoldPlacement placement;
    private final Holds holds;

    OfferedHolds(HoldPlacement placement, Holds holds) {
        this.placement = placement;
        this.holds = holds;
    }

    /** A time that is held. */
    public record Held(Instant start, Instant end, Instant expiresAt) {}

    /**
     * Holds a time for somebody; nothing when he cannot have it now, for whatever reason he would be told himself.
     *
     * @param id of the hold; the same one again is the same hold
     */
    public Optional<Held> offer(
            String userId, String coachId, String sessionTypeId, Instant start, int minutes, String id, Duration life) {
        try {
            var asked = new HoldPlacement.Asked(coachId, sessionTypeId, start, minutes);
            Hold hold = placement.place(userId, asked, id, life);
            return Optional.of(new Held(hold.from(), hold.to(), hold.expiresAt()));
        } catch (ProblemException e) {
            return Optional.empty();
        }
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
