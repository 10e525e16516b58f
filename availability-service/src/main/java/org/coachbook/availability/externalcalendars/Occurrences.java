package org.coachbook.availability.externalcalendars;

import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateStart;
import biweekly.property.RecurrenceRule;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
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
        this.labels = wholeDays || (named == null && !ReadableEvents.isUtc(start.getValue()));
        this.iterated = labels || named == null ? (labels ? MACHINE : utc()) : named.getTimeZone();
        this.zone = zone;
        this.steps = steps;
    }

    private static TimeZone utc() {
        return TimeZone.getTimeZone(ZoneOffset.UTC);
    }

    /**
     * Those that touch the horizon.
     *
     * @param without starts of occurrences that other events stand for
     */
    List<Range> ranges(Range horizon, Set<Date> without) throws UnreadableCalendarException {
        ReadableEvents.require(event);
        countFirst();
        List<Range> ranges = new ArrayList<>();
        Date first = new Date(event.getDateStart().getValue().getTime());
        if (!isException(first)) {
            addTouching(horizon, first, without, ranges);
        }
        DateIterator starts = event.getDateIterator(iterated);
        while (starts.hasNext()) {
            Date start = starts.next();
            steps.count(1);
            if (!instant(start).isBefore(horizon.to())) {
                break;
            }
            addTouching(horizon, start, without, ranges);
        }
        return ranges;
    }

    private void addTouching(Range horizon, Date start, Set<Date> without, List<Range> ranges) {
        Range range = without.contains(start) ? null : range(start);
        if (range != null && range.overlaps(horizon)) {
            ranges.add(range);
        }
    }

    private boolean isException(Date start) {
        return event.getExceptionDates().stream()
                .flatMap(dates -> dates.getValues().stream())
                .anyMatch(date -> date.getTime() == start.getTime());
    }

    /**
     * The start of an event is its first occurrence, and counted as such, also where its rule does not say so (RFC 5545
     * §3.8.5.3). biweekly begins to count with the first that the rule does say.
     */
    private void countFirst() {
        RecurrenceRule rule = event.getRecurrenceRule();
        Integer count = rule == null ? null : rule.getValue().getCount();
        if (rule == null || count == null || begins(rule)) {
            return;
        }
        event.removeProperty(rule);
        if (count > 1) {
            var others = new Recurrence.Builder(rule.getValue()).count(count - 1);
            event.setRecurrenceRule(others.build());
        }
    }

    /** Whether the start is an occurrence by the rule. */
    private boolean begins(RecurrenceRule rule) {
        ICalDate first = event.getDateStart().getValue();
        DateIterator starts = rule.getDateIterator(first, iterated);
        return starts.hasNext() && starts.next().getTime() == first.getTime();
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
