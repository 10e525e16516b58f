package org.coachbook.pricing.calculation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time that is priced.
 *
 * @param minutes elapsed minutes, on the days when clocks change, too
 * @param zone the coach's, whose local clock his rates go by
 */
public record Session(Instant start, int minutes, ZoneId zone) {
    /** The day of the coach's calendar that it starts on. */
    public LocalDate localDate() {
        return LocalDate.ofInstant(start, zone);
    }
}
