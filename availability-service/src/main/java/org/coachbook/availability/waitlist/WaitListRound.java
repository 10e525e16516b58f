package org.coachbook.availability.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coachbook.availability.holds.OfferedHolds;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.availability.sessiontypes.SessionTypes;
import org.coachbook.availability.slots.FreeTimes;
import org.coachbook.availability.slots.Slot;
import org.coachbook.availability.waitlist.WaitList.Offer;
import org.coachbook.availability.waitlist.WaitList.Waiting;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks after one list: ends its offer or makes the next one. The hold of an offer is placed before the offer is stored,
 * under an id that follows from who waits and for which start: whoever dies in between, does it twice at once or comes
 * too late, has left a hold that is found again, and the list's version lets one of them store it.
 */
@ApplicationScoped
class WaitListRound {
    private static final Duration RECHECK = Duration.ofMinutes(1);
    private static final int MOST_STARTS = 3;

    private final WaitListRepository lists;
    private final OfferedHolds holds;
    private final PlacedOffers placed;
    private final FreeTimes freeTimes;
    private final Schedules schedules;
    private final SessionTypes types;
    private final Clock clock;
    private final Duration life;

    WaitListRound(
            WaitListRepository lists,
            OfferedHolds holds,
            PlacedOffers placed,
            FreeTimes freeTimes,
            Schedules schedules,
            SessionTypes types,
            Clock clock,
            @ConfigProperty(name = "coachbook.deadlines.wait-list-offer") Duration life) {
        this.lists = lists;
        this.holds = holds;
        this.placed = placed;
        this.freeTimes = freeTimes;
        this.schedules = schedules;
        this.types = types;
        this.clock = clock;
        this.life = life;
    }

    /** Moves the list on by one step; does nothing when it changed meanwhile, for then it is due again. */
    void run(WaitList list) {
        Instant now = clock.instant();
        WaitList after = after(list, now);
        Offer offer = after.offer();
        if (!lists.save(list, after, now) && offer != null && list.offer() == null) {
            withdrawFromWhoLeft(list.id(), offer);
        }
    }

    /** Whoever still waits is offered the time by the next round. */
    private void withdrawFromWhoLeft(String listId, Offer offer) {
        Waiting who = lists.find(listId).map(list -> list.of(offer.clientId())).orElse(null);
        if (who == null || !who.id().equals(offer.waitingId())) {
            holds.withdraw(offer.clientId(), offer.holdId());
        }
    }

    private WaitList after(WaitList list, Instant now) {
        if (!list.endsAt().isAfter(now)) {
            return list.closed();
        }
        Offer offer = list.offer();
        if (offer == null) {
            Instant recheck = now.plus(RECHECK);
            return next(list, now).map(made -> list.offered(made, recheck)).orElseGet(() -> list.later(recheck));
        }
        if (!offer.expiresAt().isAfter(now)) {
            return list.lapsed(offer, now);
        }
        return holds.stands(offer.clientId(), offer.holdId())
                ? list.later(now.plus(RECHECK))
                : list.without(offer.waitingId(), now); // booked or given back
    }

    /** The first one who can have a time, in the order of the list. */
    private Optional<Offer> next(WaitList list, Instant now) {
        SessionType type = types.bookable(list.coachId(), list.sessionTypeId()).orElse(null);
        Schedule schedule = schedules.of(list.coachId()).orElse(null);
        if (type == null || schedule == null) {
            return Optional.empty();
        }
        return placed.standing(list, schedule).or(() -> first(list, schedule, type, now));
    }

    private Optional<Offer> first(WaitList list, Schedule schedule, SessionType type, Instant now) {
        // free for everybody: nobody's own hold gives way to an offer that he has not asked for
        var wanted = new FreeTimes.Wanted(schedule, type, list.minutes(), null);
        List<Instant> free = freeTimes.in(wanted, list.starts(schedule)).stream()
                .map(Slot::start)
                .limit(MOST_STARTS)
                .toList();
        return list.waiting().stream()
                .flatMap(who -> offer(list, who, free, now).stream())
                .findFirst();
    }

    private Optional<Offer> offer(WaitList list, Waiting who, List<Instant> starts, Instant now) {
        return starts.stream()
                .flatMap(start -> offer(list, who, start, now).stream())
                .findFirst();
    }

    private Optional<Offer> offer(WaitList list, Waiting who, Instant start, Instant now) {
        String holdId = PlacedOffers.idOf(who, start);
        Duration untilStart = Duration.between(now, start);
        return holds.offer(
                        who.clientId(),
                        list.coachId(),
                        list.sessionTypeId(),
                        start,
                        list.minutes(),
                        holdId,
                        untilStart.compareTo(life) < 0 ? untilStart : life)
                .map(held -> new Offer(who.id(), who.clientId(), holdId, held.start(), held.end(), held.expiresAt()));
    }
}
