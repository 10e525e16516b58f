package org.coachbook.pricing.packages;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** Why a package was never paid. */
public record Cancellation(Instant at, Reason reason) {
    /** What stood against it. */
    public enum Reason {
        @JsonProperty("not_paid_in_time")
        NOT_PAID_IN_TIME,
        /** Stripe takes no such payment for the coach. */
        @JsonProperty("coach_not_payable")
        COACH_NOT_PAYABLE
    }
}
