package org.coachbook.availability.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.waitlist.WaitList.Offer;
import org.coachbook.availability.waitlist.WaitList.Waiting;

/**
 * Finds holds that were placed for somebody on a list and not stored there, because whoever placed them died or came too
 * late. The id of such a hold follows from who waits and for which start.
 */
@ApplicationScoped
class PlacedOffers {
    private final CalendarWeeks weeks;
    private final Clock clock;

    PlacedOffers(CalendarWeeks weeks, Clock clock) {
        this.weeks = weeks;
        this.clock = clock;
    }

    /** Such a hold of any of those who wait. */
    Optional<Offer> standing(WaitList list, Schedule schedule) {
        return weeks.occupancy(schedule, list.starts(schedule), clock.instant()).entries().stream()
                .filter(entry -> entry.kind() == Entry.Kind.HELD)
                .flatMap(entry -> list.waiting().stream()
                        .filter(who -> entry.id().equals(idOf(who, entry.from())))
                        .map(who -> offer(who, entry)))
                .findFirst();
    }

    private static Offer offer(Waiting who, Entry entry) {
        return new Offer(who.id(), who.clientId(), entry.id(), entry.from(), entry.to(), entry.expiresAt());
    }

    static String idOf(Waiting who, Instant start) {
        return UUID.nameUUIDFromBytes(("offer " + who.id() + " " + start).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
