package org.coachbook.notification.notice;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** A session's time in words, on the reader's clock and in his language, with the zone named. */
final class SpokenTime {
    private SpokenTime() {}

    /** {@code Montag, 1. März 2027, 09:00 (Europe/Zurich)}. */
    static String of(Instant instant, Reader reader) {
        ZonedDateTime at = instant.atZone(reader.zone());
        return day(reader).format(at) + ", " + time(reader).format(at) + " (" + reader.zone() + ")";
    }

    /** {@code Montag, 1. März 2027, 09:00–10:00 (Europe/Zurich)}; a session past midnight names both days. */
    static String of(Instant start, Instant end, Reader reader) {
        ZonedDateTime from = start.atZone(reader.zone());
        ZonedDateTime to = end.atZone(reader.zone());
        DateTimeFormatter day = day(reader);
        DateTimeFormatter time = time(reader);
        boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
        String until = sameDay ? "–" + time.format(to) : " – " + day.format(to) + ", " + time.format(to);
        return day.format(from) + ", " + time.format(from) + until + " (" + reader.zone() + ")";
    }

    private static DateTimeFormatter day(Reader reader) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(reader.locale());
    }

    private static DateTimeFormatter time(Reader reader) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(reader.locale());
    }
}
