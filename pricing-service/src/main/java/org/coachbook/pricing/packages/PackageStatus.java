package org.coachbook.pricing.packages;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a purchase stands. */
public enum PackageStatus {
    @JsonProperty("awaiting_payment")
    AWAITING_PAYMENT,
    /** Paid; sessions can be booked with it. */
    @JsonProperty("active")
    ACTIVE,
    /** All its credits are used. */
    @JsonProperty("used_up")
    USED_UP,
    /** Its time is over. */
    @JsonProperty("expired")
    EXPIRED,
    /** It was never paid. */
    @JsonProperty("cancelled")
    CANCELLED,
    /** All of its money has gone back, or was taken back by the client's bank; what was booked with it stays. */
    @JsonProperty("refunded")
    REFUNDED
}
