package org.coachbook.availability.externalcalendars;

import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceRule;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The events whose times biweekly tells rightly and soon. Others are better told to their coach than taken for times at
 * which he is free.
 */
final class ReadableEvents {
    private static final Set<Frequency> WITHIN_A_DAY =
            EnumSet.of(Frequency.HOURLY, Frequency.MINUTELY, Frequency.SECONDLY);

    private ReadableEvents() {}

    /** Ends the reading of a file with an event that cannot be read. */
    static void require(VEvent event) throws UnreadableCalendarException {
        if (event.getProperties().values().stream().anyMatch(ReadableEvents::isInUnknownZone)) {
            throw new UnreadableCalendarException(Trouble.UNKNOWN_ZONE);
        }
        if (!isReadableSeries(event)) {
            throw new UnreadableCalendarException(Trouble.UNREAD_SERIES);
        }
    }

    /**
     * A series by several rules or periods, or by what biweekly did not understand, would be followed for too long, in part
     * or not at all.
     */
    private static boolean isReadableSeries(VEvent event) {
        List<RecurrenceRule> rules = event.getProperties(RecurrenceRule.class);
        return rules.size() <= 1
                && rules.stream().allMatch(ReadableEvents::canBeFollowed)
                && event.getExceptionRules().isEmpty()
                && event.getRecurrenceDates().stream()
                        .allMatch(dates -> dates.getPeriods().isEmpty())
                && event.getExperimentalProperty("RDATE") == null;
    }

    private static boolean canBeFollowed(RecurrenceRule rule) {
        Frequency frequency = rule.getValue() == null ? null : rule.getValue().getFrequency();
        return frequency != null && !WITHIN_A_DAY.contains(frequency);
    }

    /** biweekly leaves the name of a zone where it stands when it knows none of that name, and takes this machine's. */
    private static boolean isInUnknownZone(ICalProperty property) {
        return property.getParameters().getTimezoneId() != null
                && times(property).stream().anyMatch(time -> time.hasTime() && !isUtc(time));
    }

    private static List<ICalDate> times(ICalProperty property) {
        return switch (property) {
            case DateOrDateTimeProperty time -> List.of(time.getValue());
            case ExceptionDates dates -> dates.getValues();
            case RecurrenceDates dates -> dates.getDates();
            default -> List.of();
        };
    }

    /** Such a time needs no zone. */
    static boolean isUtc(ICalDate time) {
        DateTimeComponents written = time.getRawComponents();
        return written == null || written.isUtc();
    }
}
