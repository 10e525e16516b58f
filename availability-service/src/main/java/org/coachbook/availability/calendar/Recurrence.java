package org.coachbook.availability.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * Repetitions of a local window by an RFC 5545 RRULE. Occurrences are labels on the local clock of {@code zone}; UNTIL
 * is an instant in UTC, as the RFC demands beside a time zone.
 *
 * @param first the first occurrence's window
 */
public record Recurrence(String rule, LocalWindow first, ZoneId zone) {
    private static final int LOOK_AHEAD = 400;
    /** Then the same weekdays are on the same dates again; what a rule does after that nobody can book for a while. */
    private static final int YEARS_AHEAD = 28;

    private static final String PROPERTY = "RRULE:";
    /** They are counted from the first one whenever a week is built. */
    private static final int MOST_OCCURRENCES = 1_000;

    /** What is wrong with the rule, as the end of a sentence about it; empty when nothing is. */
    public Optional<String> problem() {
        if (rule.regionMatches(true, 0, PROPERTY, 0, PROPERTY.length())) {
            return Optional.of("must be the rule alone; leave out \"RRULE:\"");
        }
        try {
            return Optional.ofNullable(problem(parse()));
        } catch (InvalidRecurrenceRuleException e) {
            return Optional.of("is not an RFC 5545 recurrence rule");
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
            // the library's, where it finds no next occurrence
            return Optional.of("has no occurrence, or none for too long a time");
        }
    }

    private @Nullable String problem(RecurrenceRule parsed) {
        if (repeatsWithinADay(parsed)) {
            return "must not repeat within a day";
        }
        int seldom = longestInterval(parsed.getFreq());
        if (parsed.getInterval() > seldom) {
            return "must repeat within four years: its INTERVAL can be at most " + seldom;
        }
        if (parsed.getCount() != null && parsed.getCount() > MOST_OCCURRENCES) {
            return "must have at most " + MOST_OCCURRENCES + " occurrences";
        }
        DateTime until = parsed.getUntil();
        if (until != null && (until.isAllDay() || until.isFloating())) {
            return "needs UNTIL as a date-time in UTC, as in UNTIL=20271231T230000Z";
        }
        List<LocalDateTime> starts = starts();
        if (starts.isEmpty() || !starts.getFirst().equals(first.from())) {
            return "does not begin at the start that is given";
        }
        return longerThanInterval(starts) ? "repeats before the occurrence before it has ended" : null;
    }

    private static boolean repeatsWithinADay(RecurrenceRule parsed) {
        return parsed.getFreq().compareTo(Freq.HOURLY) >= 0
                || parsed.hasPart(Part.BYHOUR)
                || parsed.hasPart(Part.BYMINUTE)
                || parsed.hasPart(Part.BYSECOND);
    }

    /**
     * The library searches for the next occurrence day by day, for a thousand intervals; so they must not be long. Four
     * years, from one 29 February to the next, are longer than anybody can book ahead.
     */
    private static int longestInterval(Freq freq) {
        return switch (freq) {
            case YEARLY -> 4;
            case MONTHLY -> 4 * 12;
            case WEEKLY -> 4 * 52;
            default -> 4 * 365;
        };
    }

    private boolean longerThanInterval(List<LocalDateTime> starts) {
        for (int i = 1; i < starts.size(); i++) {
            if (Duration.between(starts.get(i - 1), starts.get(i)).compareTo(length()) < 0) {
                return true;
            }
        }
        return false;
    }

    /** The windows of all occurrences that begin at or after one label and before another. */
    public List<LocalWindow> between(LocalDateTime earliest, LocalDateTime before) {
        List<LocalWindow> windows = new ArrayList<>();
        Iteration iteration = new Iteration(earliest);
        for (LocalDateTime at = iteration.next(); at != null && at.isBefore(before); at = iteration.next()) {
            if (!at.isBefore(earliest)) {
                windows.add(new LocalWindow(at, at.plus(length())));
            }
        }
        return List.copyOf(windows);
    }

    /** From the first label of an occurrence to its last, on the local clock. */
    public Duration length() {
        return Duration.between(first.from(), first.to());
    }

    /** The first ones, as many and as far ahead as the rule is looked at. */
    private List<LocalDateTime> starts() {
        List<LocalDateTime> starts = new ArrayList<>();
        Iteration iteration = new Iteration(first.from());
        LocalDateTime end = first.from().plusYears(YEARS_AHEAD);
        LocalDateTime at = iteration.next();
        while (at != null && at.isBefore(end) && starts.size() < LOOK_AHEAD) {
            starts.add(at);
            at = iteration.next();
        }
        return starts;
    }

    private RecurrenceRule parse() throws InvalidRecurrenceRuleException {
        return new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
    }

    /** Walks the labels; UNTIL is compared here, as an instant, and COUNT by the library. */
    private final class Iteration {
        private final RecurrenceRuleIterator labels;
        private final @Nullable Instant until;

        Iteration(LocalDateTime earliest) {
            RecurrenceRule parsed;
            try {
                parsed = parse();
            } catch (InvalidRecurrenceRuleException e) {
                throw new IllegalStateException("A rule that was checked before it was stored: " + rule, e);
            }
            DateTime end = parsed.getUntil();
            this.until = end == null ? null : Instant.ofEpochMilli(end.getTimestamp());
            if (end != null) {
                parsed.setUntil(null);
            }
            this.labels = parsed.iterator(label(first.from()));
            if (earliest.isAfter(first.from())) {
                labels.fastForward(label(earliest));
            }
        }

        @Nullable
        LocalDateTime next() {
            if (!labels.hasNext()) {
                return null;
            }
            DateTime at = labels.nextDateTime();
            LocalDateTime start = LocalDateTime.of(
                    at.getYear(), at.getMonth() + 1, at.getDayOfMonth(), at.getHours(), at.getMinutes());
            return until != null && start.atZone(zone).toInstant().isAfter(until) ? null : start;
        }

        private static DateTime label(LocalDateTime at) {
            return new DateTime(
                    at.getYear(), at.getMonthValue() - 1, at.getDayOfMonth(), at.getHour(), at.getMinute(), 0);
        }
    }
}
