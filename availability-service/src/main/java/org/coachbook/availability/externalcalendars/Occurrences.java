package org.coachbook.availability.externalcalendars;

import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateStart;
import biweekly.property.RecurrenceRule;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.externalcalendars.BusyTimes.Steps;
import org.jspecify.annotations.Nullable;

/**
 * The occurrences of one event. biweekly expands its rules; dates and floating times, which it reads in the zone of this
 * machine, are taken from there as labels and put into the zone that they are meant in.
 */
final class Occurrences {
    private static final Set<Frequency> WITHIN_A_DAY =
            EnumSet.of(Frequency.HOURLY, Frequency.MINUTELY, Frequency.SECONDLY);
    private static final TimeZone MACHINE = TimeZone.getDefault();

    private final VEvent event;
    private final boolean wholeDays;
    private final boolean labels;
    private final TimeZone iterated;
    private final ZoneId zone;
    private final Steps steps;

    /** @param zone of whole days and floating times */
    Occurrences(VEvent event, TimezoneInfo zones, ZoneId zone, Steps steps) {
        DateStart start = event.getDateStart();
        TimezoneAssignment named = zones.getTimezone(start);
        this.event = event;
        this.wholeDays = !start.getValue().hasTime();
        this.labels = wholeDays || (named == null && !inUtc(start));
        this.iterated = labels || named == null ? (labels ? MACHINE : utc()) : named.getTimeZone();
        this.zone = zone;
        this.steps = steps;
    }

    private static TimeZone utc() {
        return TimeZone.getTimeZone(ZoneOffset.UTC);
    }

    private static boolean inUtc(DateStart start) {
        DateTimeComponents written = start.getValue().getRawComponents();
        return written == null || written.isUtc();
    }

    /**
     * Those that touch the horizon.
     *
     * @param without starts of occurrences that other events stand for
     */
    List<Range> ranges(Range horizon, Set<Date> without) throws UnreadableCalendarException {
        requireReadable();
        List<Range> ranges = new ArrayList<>();
        DateIterator starts = event.getDateIterator(iterated);
        while (starts.hasNext()) {
            Date start = starts.next();
            steps.count(1);
            Range range = without.contains(start) ? null : range(start);
            if (!instant(start).isBefore(horizon.to())) {
                break;
            }
            if (range != null && range.overlaps(horizon)) {
                ranges.add(range);
            }
        }
        return ranges;
    }

    /**
     * A series by several rules or periods, or by what biweekly did not understand, would be followed for too long, in part
     * or not at all.
     */
    private void requireReadable() throws UnreadableCalendarException {
        List<RecurrenceRule> rules = event.getProperties(RecurrenceRule.class);
        boolean readable = rules.size() <= 1
                && rules.stream().allMatch(Occurrences::canBeFollowed)
                && event.getExceptionRules().isEmpty()
                && event.getRecurrenceDates().stream()
                        .allMatch(dates -> dates.getPeriods().isEmpty())
                && event.getExperimentalProperty("RDATE") == null;
        if (!readable) {
            throw new UnreadableCalendarException(Trouble.UNREAD_SERIES);
        }
    }

    private static boolean canBeFollowed(RecurrenceRule rule) {
        Frequency frequency = rule.getValue() == null ? null : rule.getValue().getFrequency();
        return frequency != null && !WITHIN_A_DAY.contains(frequency);
    }

    private @Nullable Range range(Date start) {
        Instant from = instant(start);
        Instant to = wholeDays ? label(start).plusDays(days()).atZone(zone).toInstant() : from.plus(length());
        return from.isBefore(to) ? new Range(from, to) : null;
    }

    private Instant instant(Date date) {
        return labels ? label(date).atZone(zone).toInstant() : date.toInstant();
    }

    private static LocalDateTime label(Date date) {
        return LocalDateTime.ofInstant(date.toInstant(), MACHINE.toZoneId());
    }

    /** A whole-day event without an end lasts a day. */
    private long days() {
        if (event.getDateEnd() != null) {
            LocalDateTime first = label(event.getDateStart().getValue());
            return ChronoUnit.DAYS.between(first, label(event.getDateEnd().getValue()));
        }
        return event.getDuration() == null ? 1 : Math.max(1, length().toDays());
    }

    /** An event without an end takes no time. */
    private Duration length() {
        if (event.getDateEnd() != null) {
            return Duration.between(
                    event.getDateStart().getValue().toInstant(),
                    event.getDateEnd().getValue().toInstant());
        }
        return event.getDuration() == null
                ? Duration.ZERO
                : Duration.ofMillis(event.getDuration().getValue().toMillis());
    }
}
