package org.coachbook.contracts.availability;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When a request is paid: at once, or after the coach has accepted. */
public enum PaymentTiming {
    @JsonProperty("immediate")
    IMMEDIATE,
    @JsonProperty("on_acceptance")
    ON_ACCEPTANCE
}
