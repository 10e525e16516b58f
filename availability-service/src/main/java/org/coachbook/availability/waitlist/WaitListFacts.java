package org.coachbook.availability.waitlist;

import java.util.List;
import org.coachbook.availability.waitlist.WaitList.Offer;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.WaitListOfferLapsed;
import org.coachbook.contracts.availability.WaitListOffered;

/** What a change of a wait list tells. */
final class WaitListFacts {
    private WaitListFacts() {}

    static List<OutboxMessage> of(WaitList before, WaitList after) {
        Offer made = after.offer();
        Offer last = before.offer();
        if (after.sequence() == before.sequence()) {
            return List.of();
        }
        Record fact = made != null ? offered(after, made) : last != null ? lapsed(after, last) : null;
        return fact == null
                ? List.of()
                : List.of(OutboxMessage.of(
                        fact, after.id() + ":" + after.sequence(), after.coachId(), after.id(), after.sequence()));
    }

    private static WaitListOffered offered(WaitList list, Offer made) {
        return new WaitListOffered(
                made.waitingId(),
                list.coachId(),
                made.clientId(),
                list.sessionTypeId(),
                made.holdId(),
                made.start(),
                made.end(),
                made.expiresAt());
    }

    private static WaitListOfferLapsed lapsed(WaitList list, Offer last) {
        return new WaitListOfferLapsed(
                last.waitingId(), list.coachId(), last.clientId(), list.sessionTypeId(), last.start(), last.end());
    }
}
