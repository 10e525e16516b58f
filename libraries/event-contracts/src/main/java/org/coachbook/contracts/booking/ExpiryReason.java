package org.coachbook.contracts.booking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a booking expired. */
public enum ExpiryReason {
    @JsonProperty("not_paid")
    NOT_PAID,
    @JsonProperty("not_answered")
    NOT_ANSWERED,
    @JsonProperty("minimum_not_reached")
    MINIMUM_NOT_REACHED
}
