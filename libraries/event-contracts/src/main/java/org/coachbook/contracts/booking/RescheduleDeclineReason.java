package org.coachbook.contracts.booking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a booked session did not get another time. */
public enum RescheduleDeclineReason {
    /** The other party took none of the proposed times. */
    @JsonProperty("declined")
    DECLINED,
    /** Who had proposed the times took them back. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** Nobody answered before the deadline. */
    @JsonProperty("expired")
    EXPIRED,
    /** The time that was taken was no longer to be had. */
    @JsonProperty("lost")
    LOST,
    /** The time that was asked for was not to be had; announced where the answer came later than people wait for it. */
    @JsonProperty("refused")
    REFUSED
}
