package org.coachbook.payment.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe said last about the PaymentIntent.
 *
 * @param captured minor units that were taken
 * @param captureBefore when the authorisation lapses; only while authorised
 * @param decline the last attempt, if it was declined
 */
public record Intent(
        String id,
        IntentState state,
        long captured,
        @Nullable Secret clientSecret,
        @Nullable String chargeId,
        @Nullable Instant captureBefore,
        @Nullable Decline decline) {

    /** This intent after an observation, which may be older than what is known, or be of a foreign intent. */
    Intent after(Intent seen) {
        if (!seen.id().equals(id) || !state.mayBecome(seen.state())) {
            return this;
        }
        return new Intent(
                id,
                seen.state(),
                Math.max(captured, seen.captured()),
                seen.clientSecret() == null ? clientSecret : seen.clientSecret(),
                seen.chargeId() == null ? chargeId : seen.chargeId(),
                seen.captureBefore() == null ? captureBefore : seen.captureBefore(),
                seen.decline());
    }
}
