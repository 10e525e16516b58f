package org.coachbook.availability.reservations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.coachbook.availability.guard.Tombstones;
import org.coachbook.availability.schedules.Schedules;

/**
 * Times that are refused in exchange for another get their tombstones before the refusal is answered: a repeat of the
 * command, whose answer nobody would hear, must not find them free and give the other time up.
 */
@ApplicationScoped
class RefusedTimes {
    private final Schedules schedules;
    private final Tombstones tombstones;

    RefusedTimes(Schedules schedules, Tombstones tombstones) {
        this.schedules = schedules;
        this.tombstones = tombstones;
    }

    /** Lets the reservation never have a time. */
    void bury(String coachId, String reservationId, Instant start) {
        schedules.of(coachId).ifPresent(schedule -> tombstones.leave(schedule, reservationId, start));
    }
}
