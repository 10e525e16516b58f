package org.coachbook.availability.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coachbook.availability.holds.OfferedHolds;
import org.coachbook.availability.sharing.Turns;
import org.coachbook.availability.waitlist.WaitList.Offer;
import org.coachbook.availability.waitlist.WaitList.Waiting;
import org.coachbook.chassis.http.Problem;

/** Joins and leaves wait lists. */
@ApplicationScoped
class WaitLists {
    private static final int ROUNDS = 20;
    private static final int MOST_WAITING = 100;
    private static final int MOST_LISTS = 10;

    private final Turns turns = new Turns();
    private final WaitListRepository lists;
    private final OfferedHolds holds;
    private final Clock clock;

    WaitLists(WaitListRepository lists, OfferedHolds holds, Clock clock) {
        this.lists = lists;
        this.holds = holds;
        this.clock = clock;
    }

    /** One's place on a list. */
    record Place(WaitList list, Waiting who) {}

    List<Place> of(String clientId) {
        return lists.of(clientId).stream()
                .flatMap(list -> place(list, clientId).stream())
                .toList();
    }

    /** The client's place with this id. */
    Optional<Place> find(String clientId, String waitingId) {
        return of(clientId).stream()
                .filter(place -> place.who().id().equals(waitingId))
                .findFirst();
    }

    private static Optional<Place> place(WaitList list, String clientId) {
        return Optional.ofNullable(list.of(clientId)).map(who -> new Place(list, who));
    }

    /** Joins at the end; who is on the list already stays where he is. */
    Place join(WaitList empty, String clientId) {
        if (lists.of(clientId).stream()
                        .filter(list -> !list.id().equals(empty.id()))
                        .count()
                >= MOST_LISTS) {
            throw tooMany("You wait on " + MOST_LISTS + " lists; leave one of them first.");
        }
        return turns.take(empty.id(), () -> joinNow(empty, clientId));
    }

    private Place joinNow(WaitList empty, String clientId) {
        for (int round = 0; round < ROUNDS; round++) {
            WaitList known = lists.find(empty.id()).orElse(empty);
            Optional<Place> there = place(known, clientId);
            if (there.isPresent()) {
                return there.get();
            }
            if (known.waiting().size() >= MOST_WAITING) {
                throw tooMany("So many wait for this time that nobody more can.");
            }
            Instant now = clock.instant();
            WaitList joined = known.joined(new Waiting(UUID.randomUUID().toString(), clientId, now));
            if (known.version() == 0 ? lists.insert(joined) : lists.save(known, joined, now)) {
                return place(joined, clientId).orElseThrow();
            }
        }
        throw Problem.tryAgain().asException();
    }

    /** Leaves; a time that was offered is given back, after the list has moved on without it. */
    void leave(Place place) {
        Offer offer = turns.take(place.list().id(), () -> left(place)).offer();
        if (offer != null && offer.waitingId().equals(place.who().id())) {
            holds.withdraw(offer.clientId(), offer.holdId());
        }
    }

    /** The list as he left it. */
    private WaitList left(Place place) {
        for (int round = 0; round < ROUNDS; round++) {
            WaitList known = lists.find(place.list().id()).orElse(place.list());
            Instant now = clock.instant();
            if (lists.save(known, known.without(place.who().id(), now), now)) {
                return known;
            }
        }
        throw Problem.tryAgain().asException();
    }

    private static RuntimeException tooMany(String detail) {
        return Problem.of(409, "too-many-waiting", detail).asException();
    }
}
