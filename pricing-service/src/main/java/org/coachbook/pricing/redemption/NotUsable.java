package org.coachbook.pricing.redemption;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.coachbook.contracts.pricing.DiscountRefusal;

/** Why a client's code or package takes nothing off a price; more than booking is ever told, which has a quote. */
public enum NotUsable {
    /** There is none. */
    @JsonProperty("unknown")
    UNKNOWN,
    /** The coach has taken it back. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** It was ordered and not paid. */
    @JsonProperty("not_paid")
    NOT_PAID,
    /** Its money has gone back. */
    @JsonProperty("refunded")
    REFUNDED,
    /** It is not valid at this time. */
    @JsonProperty("not_valid_now")
    NOT_VALID_NOW,
    /** It takes off money of another currency. */
    @JsonProperty("other_currency")
    OTHER_CURRENCY,
    /** It is for other session types. */
    @JsonProperty("other_session_types")
    OTHER_SESSION_TYPES,
    /** It is so little of this price that it rounds to nothing. */
    @JsonProperty("takes_nothing_off")
    TAKES_NOTHING_OFF,
    /** All its uses are used. */
    @JsonProperty("used_up")
    USED_UP,
    /** This client has used it as often as one may. */
    @JsonProperty("used_by_client")
    USED_BY_CLIENT;

    /** The same as booking is told it. */
    public static NotUsable of(DiscountRefusal refusal) {
        return switch (refusal) {
            case UNKNOWN, RETURNED -> UNKNOWN;
            case NOT_VALID_NOW -> NOT_VALID_NOW;
            case OTHER_SESSION_TYPES -> OTHER_SESSION_TYPES;
            case USED_UP -> USED_UP;
            case USED_BY_CLIENT -> USED_BY_CLIENT;
        };
    }
}
