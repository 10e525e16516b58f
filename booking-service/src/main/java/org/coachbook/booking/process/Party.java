package org.coachbook.booking.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who acts on a booking. */
public enum Party {
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("coach")
    COACH,
    /** The process itself: time, a reply, an operator. */
    @JsonProperty("system")
    SYSTEM;

    /** The name that people read. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The other one of the two. */
    public Party counterpart() {
        return switch (this) {
            case CLIENT -> COACH;
            case COACH -> CLIENT;
            case SYSTEM -> SYSTEM;
        };
    }

    /** The status of a booking that this party cancelled. */
    public BookingStatus cancelled() {
        return this == CLIENT ? BookingStatus.CANCELLED_BY_CLIENT : BookingStatus.CANCELLED_BY_COACH;
    }
}
