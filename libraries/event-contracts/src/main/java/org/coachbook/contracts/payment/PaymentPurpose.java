package org.coachbook.contracts.payment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a payment is for. */
public enum PaymentPurpose {
    /** A session; the booking's process asks for the money and is answered. */
    @JsonProperty("booking")
    BOOKING,
    /** Prepaid sessions; whoever sells them follows the public events. */
    @JsonProperty("package")
    PACKAGE
}
