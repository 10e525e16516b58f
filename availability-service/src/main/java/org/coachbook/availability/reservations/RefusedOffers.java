package org.coachbook.availability.reservations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.availability.guard.Outcome;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.Alternative;
import org.coachbook.contracts.availability.AlternativesRefused;
import org.coachbook.contracts.availability.OfferAlternatives;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.RefusedAlternative;

/** Answers that an offer cannot be kept, once its refused times have their tombstones. */
@ApplicationScoped
class RefusedOffers {
    private final RefusedTimes times;
    private final SlotRefusals refusals;

    RefusedOffers(RefusedTimes times, SlotRefusals refusals) {
        this.times = times;
        this.refusals = refusals;
    }

    /** The answer where there is nothing to book. */
    OutboxMessage nothingToBook(OfferAlternatives command, Replies replies) {
        List<Outcome> outcomes = command.alternatives().stream()
                .<Outcome>map(_ -> Refused.because(RefusalReason.UNKNOWN_SESSION_TYPE))
                .toList();
        return answer(command, outcomes, replies);
    }

    /** The answer where not all of the times are to be had, by what became of each. */
    OutboxMessage answer(OfferAlternatives command, List<Outcome> outcomes, Replies replies) {
        List<RefusedAlternative> found = new ArrayList<>();
        long sequence = 1;
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Refused(RefusalReason reason, long lastSent)) {
                Alternative refused = command.alternatives().get(i);
                times.bury(command.coachId(), refused.reservationId(), refused.start());
                refusals.count(reason);
                found.add(new RefusedAlternative(refused.reservationId(), reason));
                sequence = Math.max(sequence, lastSent);
            }
        }
        var reply = new AlternativesRefused(command.bookingId(), command.coachId(), found);
        return replies.message(reply, command.bookingId(), Offers.subject(command), sequence);
    }
}
