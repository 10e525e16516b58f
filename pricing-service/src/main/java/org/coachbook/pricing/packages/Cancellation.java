package org.coachbook.pricing.packages;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a package was never paid. */
public record Cancellation(Instant at, Reason reason) {
    /** What stood against it. */
    public enum Reason {
        @JsonProperty("not_paid_in_time")
        NOT_PAID_IN_TIME,
        /** Stripe takes no payments for the coach. */
        @JsonProperty("coach_not_payable")
        COACH_NOT_PAYABLE,
        /** Stripe does not take this amount. */
        @JsonProperty("amount_refused")
        AMOUNT_REFUSED
    }

    /** @param impossible as {@code PaymentCancelled} names it; null when it could be paid */
    static Cancellation of(@Nullable String impossible, Instant at) {
        if (impossible == null) {
            return new Cancellation(at, Reason.NOT_PAID_IN_TIME);
        }
        boolean amount = impossible.equals("amount_refused");
        return new Cancellation(at, amount ? Reason.AMOUNT_REFUSED : Reason.COACH_NOT_PAYABLE);
    }
}
