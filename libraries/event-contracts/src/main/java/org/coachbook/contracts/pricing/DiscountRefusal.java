package org.coachbook.contracts.pricing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a discount cannot be used. */
public enum DiscountRefusal {
    /** There is none, or it was withdrawn. */
    @JsonProperty("unknown")
    UNKNOWN,
    /** It is not valid at this time. */
    @JsonProperty("not_valid_now")
    NOT_VALID_NOW,
    /** It is for other session types. */
    @JsonProperty("other_session_types")
    OTHER_SESSION_TYPES,
    /** All its uses are used. */
    @JsonProperty("used_up")
    USED_UP,
    /** This client has used it as often as one may. */
    @JsonProperty("used_by_client")
    USED_BY_CLIENT,
    /** This use was given back before. */
    @JsonProperty("returned")
    RETURNED
}
