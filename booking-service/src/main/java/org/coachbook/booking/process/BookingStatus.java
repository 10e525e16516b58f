package org.coachbook.booking.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a booking stands; {@link Transitions} says how it gets from one to the next. */
public enum BookingStatus {
    @JsonProperty("placing")
    PLACING,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("awaiting_payment")
    AWAITING_PAYMENT,
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("time_suggested")
    TIME_SUGGESTED,
    @JsonProperty("firm_booked")
    FIRM_BOOKED,
    @JsonProperty("confirmed")
    CONFIRMED,
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("pending_minimum_attendees")
    PENDING_MINIMUM_ATTENDEES,
    @JsonProperty("rescheduled")
    RESCHEDULED,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("no_show")
    NO_SHOW,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("cancelled_by_client")
    CANCELLED_BY_CLIENT,
    @JsonProperty("cancelled_by_coach")
    CANCELLED_BY_COACH;

    /** The name that people and partners read. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the session will never take place; there is no way out of these. */
    public boolean isDead() {
        return switch (this) {
            case REJECTED, DECLINED, EXPIRED, CANCELLED_BY_CLIENT, CANCELLED_BY_COACH -> true;
            default -> false;
        };
    }

    /** Whether both sides are bound. */
    public boolean isBooked() {
        return switch (this) {
            case FIRM_BOOKED, CONFIRMED, SCHEDULED, RESCHEDULED -> true;
            default -> false;
        };
    }

    /** Whether the session's outcome stands. */
    public boolean isOver() {
        return this == COMPLETED || this == NO_SHOW;
    }
}
