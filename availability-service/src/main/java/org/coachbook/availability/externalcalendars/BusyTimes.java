package org.coachbook.availability.externalcalendars;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.component.VFreeBusy;
import biweekly.parameter.FreeBusyType;
import biweekly.property.FreeBusy;
import biweekly.property.RawProperty;
import biweekly.util.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.Ranges;
import org.coachbook.availability.input.Checks;

/**
 * When somebody is busy by an iCalendar file (RFC 5545): all events but those that are cancelled, transparent or bookings
 * of his own, which his weeks keep, and busy times that are listed as such.
 */
final class BusyTimes {
    private static final int MOST_RANGES = 30_000;
    private static final String OWN_UID = "@coachbook.org";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern END = Pattern.compile("(?im)^END:VCALENDAR\\s*$");

    private final ZoneId coachZone;
    private final Range horizon;
    private final Predicate<String> ownBookings;
    private final Steps steps = new Steps();
    private final List<Range> found = new ArrayList<>();

    private BusyTimes(ZoneId coachZone, Range horizon, Predicate<String> ownBookings) {
        this.coachZone = coachZone;
        this.horizon = horizon;
        this.ownBookings = ownBookings;
    }

    /**
     * Reads them.
     *
     * @param coachZone of whole days and floating times, where the file names no zone of its own
     * @param ownBookings whether a booking with this id is kept in the coach's weeks
     * @return a set of ranges inside the horizon
     */
    static List<Range> of(String file, ZoneId coachZone, Range horizon, Predicate<String> ownBookings)
            throws UnreadableCalendarException {
        try {
            return read(file, new BusyTimes(coachZone, horizon, ownBookings));
        } catch (RuntimeException | AssertionError e) { // biweekly's, over values that no date has
            throw new UnreadableCalendarException(Trouble.NOT_A_CALENDAR);
        }
    }

    private static List<Range> read(String text, BusyTimes times) throws UnreadableCalendarException {
        String file = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        if (LongRules.in(file)) {
            throw new UnreadableCalendarException(Trouble.UNREAD_SERIES);
        }
        List<ICalendar> calendars = Biweekly.parse(file).all();
        boolean whole = END.matcher(file).results().count() >= calendars.size(); // biweekly ends a cut one itself
        if (calendars.isEmpty() || !whole) {
            throw new UnreadableCalendarException(Trouble.NOT_A_CALENDAR);
        }
        for (ICalendar calendar : calendars) {
            times.add(calendar);
        }
        List<Range> set = Ranges.within(Ranges.union(times.found), times.horizon);
        if (set.size() > MOST_RANGES) {
            throw new UnreadableCalendarException(Trouble.TOO_MANY_EVENTS);
        }
        return set;
    }

    private void add(ICalendar calendar) throws UnreadableCalendarException {
        ZoneId zone = zone(calendar);
        Map<String, Set<Date>> replaced = replaced(calendar);
        for (VEvent event : calendar.getEvents()) {
            steps.count(1);
            boolean exception = event.getRecurrenceId() != null;
            requireOneOccurrence(event);
            if (busy(event)) {
                Set<Date> without = exception ? Set.of() : replaced.getOrDefault(uid(event), Set.of());
                addAll(new Occurrences(event, calendar.getTimezoneInfo(), zone, steps).ranges(horizon, without));
            }
        }
        for (VFreeBusy list : calendar.getFreeBusies()) {
            for (FreeBusy times : list.getFreeBusy()) {
                addListed(times);
            }
        }
    }

    /**
     * A change may be meant for all later occurrences as well (RANGE, RFC 5545 §3.2.13). biweekly does not expand that, and
     * busy times that may be wrong are worse than none.
     */
    private void requireOneOccurrence(VEvent event) throws UnreadableCalendarException {
        boolean several =
                event.getRecurrenceId() != null && event.getRecurrenceId().getRange() != null;
        if (several && !isOwnBooking(event)) {
            throw new UnreadableCalendarException(Trouble.LATER_OCCURRENCES_CHANGED);
        }
    }

    private void addAll(Collection<Range> ranges) throws UnreadableCalendarException {
        found.addAll(ranges);
        steps.count(ranges.size());
    }

    private void addListed(FreeBusy times) throws UnreadableCalendarException {
        if (FreeBusyType.FREE.equals(times.getType())) {
            return;
        }
        for (Period period : times.getValues()) {
            Instant from = period.getStartDate().toInstant();
            Instant to = period.getDuration() == null
                    ? period.getEndDate().toInstant()
                    : from.plusMillis(period.getDuration().toMillis());
            addAll(from.isBefore(to) ? List.of(new Range(from, to)) : List.of());
        }
    }

    private boolean busy(VEvent event) {
        boolean cancelled = event.getStatus() != null && event.getStatus().isCancelled();
        boolean transparent =
                event.getTransparency() != null && event.getTransparency().isTransparent();
        return event.getDateStart() != null && !cancelled && !transparent && !isOwnBooking(event);
    }

    /** A booking with somebody else has an invitation of ours as well, and takes its time. */
    private boolean isOwnBooking(VEvent event) {
        String uid = uid(event);
        return uid.endsWith(OWN_UID) && ownBookings.test(uid.substring(0, uid.length() - OWN_UID.length()));
    }

    /** The occurrences that have an event of their own, cancelled or not, by the id of their series. */
    private static Map<String, Set<Date>> replaced(ICalendar calendar) {
        Map<String, Set<Date>> replaced = new HashMap<>();
        for (VEvent event : calendar.getEvents()) {
            if (event.getRecurrenceId() != null && event.getRecurrenceId().getValue() != null) {
                replaced.computeIfAbsent(uid(event), _ -> new HashSet<>())
                        .add(new Date(event.getRecurrenceId().getValue().getTime()));
            }
        }
        return replaced;
    }

    private static String uid(VEvent event) {
        String uid = event.getUid() == null ? null : event.getUid().getValue();
        return uid == null ? "" : uid;
    }

    private ZoneId zone(ICalendar calendar) {
        RawProperty named = calendar.getExperimentalProperty("X-WR-TIMEZONE");
        String name = named == null || named.getValue() == null ? "" : named.getValue();
        return Checks.isZone(name) ? ZoneId.of(name) : coachZone;
    }

    /** Bounds the work that one file can cause: a rule without any occurrence takes its time as well. */
    static final class Steps {
        private static final int MOST = 2_000_000;
        private static final long LONGEST = Duration.ofSeconds(10).toNanos();
        private final long begun = System.nanoTime();
        private int taken;

        void count(int more) throws UnreadableCalendarException {
            taken += more;
            if (taken > MOST || System.nanoTime() - begun > LONGEST) {
                throw new UnreadableCalendarException(Trouble.TOO_MANY_EVENTS);
            }
        }
    }
}
