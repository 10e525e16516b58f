package org.coachbook.payment.payments;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When Stripe is asked although no webhook came: soon after the start, then ever more rarely. */
final class Checks {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Checks() {}

    /** The next time; null once nothing can change unasked. */
    static @Nullable Instant next(Payment payment, PaymentInput input, Instant now) {
        Intent intent = payment.facts().intent();
        if (intent == null || intent.state().ended()) {
            return null;
        }
        Instant planned = payment.work().checkAt();
        return planned != null && !(input instanceof PaymentInput.IntentSeen) ? planned : now.plus(pause(payment, now));
    }

    private static Duration pause(Payment payment, Instant now) {
        Duration age = Duration.between(payment.since(), now);
        if (age.compareTo(FIRST) < 0) {
            return FIRST;
        }
        return age.compareTo(LONGEST) < 0 ? age : LONGEST;
    }
}
