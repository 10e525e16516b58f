package org.coachbook.contracts.availability;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a reservation needs the coach to accept it ({@code request}) or not ({@code firm}); decided by the calendar. */
public enum BookingMode {
    @JsonProperty("firm")
    FIRM,
    @JsonProperty("request")
    REQUEST
}
