package org.coachbook.contracts.availability;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a time could not be had. */
public enum RefusalReason {
    @JsonProperty("overlaps")
    OVERLAPS,
    @JsonProperty("outside_availability")
    OUTSIDE_AVAILABILITY,
    @JsonProperty("daily_cap")
    DAILY_CAP,
    @JsonProperty("weekly_cap")
    WEEKLY_CAP,
    @JsonProperty("too_soon")
    TOO_SOON,
    @JsonProperty("not_yet_bookable")
    NOT_YET_BOOKABLE,
    @JsonProperty("already_yours")
    ALREADY_YOURS,
    @JsonProperty("hold_expired")
    HOLD_EXPIRED,
    @JsonProperty("unknown_session_type")
    UNKNOWN_SESSION_TYPE,
    @JsonProperty("just_changed")
    JUST_CHANGED,
    @JsonProperty("released")
    RELEASED,
    /** Only a move is refused for it: a booking at that time would need the coach's acceptance. */
    @JsonProperty("needs_acceptance")
    NEEDS_ACCEPTANCE,
    /** The client holds, or has yet to pay, as many times as he may. */
    @JsonProperty("too_many_holds")
    TOO_MANY_HOLDS,
    /** As many requests of the client as he may have wait for an answer. */
    @JsonProperty("too_many_requests")
    TOO_MANY_REQUESTS,
    /** The coach's external calendars cannot be read, so nobody knows whether he is free. */
    @JsonProperty("calendar_not_checked")
    CALENDAR_NOT_CHECKED
}
