package org.coachbook.availability.bookable;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.coachbook.availability.connections.Viewers;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.availability.sessiontypes.SessionTypes;
import org.coachbook.availability.sharing.GatheredReads;

/** Finds what a client may book with a coach. Who wants the same session type at the same time shares its reads. */
@ApplicationScoped
public class Bookables {
    private final SessionTypes types;
    private final Schedules schedules;
    private final Viewers viewers;
    private final GatheredReads<Offer, Asked, Bookable> reads;

    private record Offer(String coachId, String sessionTypeId) {}

    private record Asked(Offer offer, String clientId) {}

    Bookables(SessionTypes types, Schedules schedules, Viewers viewers) {
        this.types = types;
        this.schedules = schedules;
        this.viewers = viewers;
        this.reads = new GatheredReads<>(this::read);
    }

    /** The coach's schedule, whoever asks. */
    public Optional<Schedule> calendarOf(String coachId) {
        return schedules.of(coachId);
    }

    /** The session type, unless it is not there or not bookable; whether this client may see it is his standing. */
    public Optional<Bookable> find(String coachId, String clientId, String sessionTypeId) {
        Offer offer = new Offer(coachId, sessionTypeId);
        return reads.get(offer, new Asked(offer, clientId));
    }

    /** The session type, unless it is not there, not bookable or not to be seen by this client, or has no schedule. */
    public Optional<Bookable> visible(String coachId, String clientId, String sessionTypeId) {
        return find(coachId, clientId, sessionTypeId)
                .filter(Bookable::isVisible)
                .filter(bookable -> bookable.schedule().version() > 0);
    }

    /** All of them ask for the same. */
    private Map<Asked, Bookable> read(Set<Asked> asked) {
        Offer offer = asked.iterator().next().offer();
        Map<Asked, Bookable> found = new HashMap<>();
        types.bookable(offer.coachId(), offer.sessionTypeId()).ifPresent(type -> {
            Schedule schedule = schedules.of(offer.coachId()).orElseGet(() -> Schedule.closed(offer.coachId(), "UTC"));
            var clients = asked.stream().map(Asked::clientId).collect(Collectors.toSet());
            viewers.of(offer.coachId(), clients)
                    .forEach((id, viewer) -> found.put(new Asked(offer, id), new Bookable(schedule, type, viewer)));
        });
        return found;
    }
}
