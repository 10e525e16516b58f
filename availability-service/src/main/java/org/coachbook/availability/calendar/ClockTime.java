package org.coachbook.availability.calendar;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Local times of day as {@code HH:mm}, where {@code 24:00} ends a day; kept as minutes since midnight. */
public final class ClockTime {
    public static final int MINUTES_OF_DAY = 1440;

    private static final Pattern FORM = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]|24:00");

    private ClockTime() {}

    /** Minutes since local midnight, 0 to 1440; empty when the text is no such time. */
    public static OptionalInt parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3)));
    }

    /** The time as text. */
    public static String format(int minuteOfDay) {
        int hour = minuteOfDay / 60;
        int minute = minuteOfDay % 60;
        return (hour < 10 ? "0" : "") + hour + (minute < 10 ? ":0" : ":") + minute;
    }
}
