package org.coachbook.booking.process;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coachbook.contracts.availability.AlternativesRefused;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.RefusedAlternative;
import org.coachbook.contracts.availability.SlotRefused;
import org.coachbook.contracts.availability.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * Other times for a booking: what one party offers to the other, or the one that a client moves his session to. The
 * calendar keeps all of them, or none.
 *
 * @param times in the order they were offered; people number them from 0
 * @param deadline until when one of them can be taken
 * @param message the offering party's own words
 * @param taken the number of the one that was taken, or is to be; null while none is
 * @param refused those that could not be had, so that none is kept
 * @param nearest free times near the one that was refused
 * @param closedAt when none was to be taken any more; null while one can be, or was
 * @param refundPercent what the client would have been given back when he asked for another time; null where the coach
 *     did
 */
public record Proposal(
        Party by,
        List<Time> times,
        Instant deadline,
        @Nullable String message,
        @Nullable Integer taken,
        List<Refused> refused,
        @Nullable List<TimeRange> nearest,
        @Nullable Instant closedAt,
        @Nullable Integer refundPercent) {
    /**
     * One of the times.
     *
     * @param attempt number of its reservation
     */
    public record Time(int attempt, Instant start) {}

    /** A time that could not be had. */
    public record Refused(Instant start, RefusalReason reason) {}

    /** Offers times whose reservations are numbered from {@code attempt}. */
    static Proposal of(
            Party by,
            List<Instant> starts,
            int attempt,
            Instant deadline,
            @Nullable String message,
            @Nullable Integer refundPercent) {
        List<Time> times = Stream.iterate(0, n -> n < starts.size(), n -> n + 1)
                .map(n -> new Time(attempt + n, starts.get(n)))
                .toList();
        return new Proposal(by, times, deadline, message, null, List.of(), null, null, refundPercent);
    }

    /** The same times once more, under other reservations. */
    Proposal again(int attempt) {
        return of(by, starts(), attempt, deadline, message, refundPercent);
    }

    /** Times that are over. */
    static List<Refused> past(List<Instant> starts, Instant now) {
        return starts.stream()
                .filter(start -> !start.isAfter(now))
                .map(start -> new Refused(start, RefusalReason.TOO_SOON))
                .toList();
    }

    /** Whether one of its times can be taken: none was, none was refused, and nobody has ended it. */
    public boolean isOpen() {
        return taken == null && refused.isEmpty() && closedAt == null;
    }

    /** The times that the calendar may keep beside the booking's own. */
    List<Time> keptBeside(Slot own) {
        if (closedAt != null || !refused.isEmpty()) {
            return List.of();
        }
        return taken == null
                ? times
                : numbered(taken)
                        .filter(time -> time.attempt() != own.attempt())
                        .map(List::of)
                        .orElse(List.of());
    }

    /** Whether just these times are offered. */
    public boolean offers(List<Instant> starts) {
        return starts().equals(starts);
    }

    /** The starts, in order. */
    public List<Instant> starts() {
        return times.stream().map(Time::start).toList();
    }

    /** The earliest of the starts. */
    Instant earliest() {
        return starts().stream().min(Instant::compareTo).orElse(deadline);
    }

    Optional<Time> numbered(int number) {
        return number >= 0 && number < times.size() ? Optional.of(times.get(number)) : Optional.empty();
    }

    /** The time with that number, if it is the one that was shown under it; null: whichever it is. */
    Optional<Time> numbered(int number, @Nullable Instant shown) {
        return numbered(number).filter(time -> shown == null || shown.equals(time.start()));
    }

    /** All but the one that is taken. */
    List<Time> others(Time chosen) {
        return times.stream().filter(time -> !time.equals(chosen)).toList();
    }

    /** The number of the next reservation; none is used twice. */
    static int nextAttempt(Slot own, @Nullable Proposal last) {
        int used = last == null ? own.attempt() : last.times.getLast().attempt();
        return Math.max(own.attempt(), used) + 1;
    }

    Proposal taking(int number) {
        return new Proposal(by, times, deadline, message, number, refused, nearest, closedAt, refundPercent);
    }

    Proposal closed(Instant at) {
        return new Proposal(by, times, deadline, message, taken, refused, nearest, at, refundPercent);
    }

    /** As the calendar has refused it; the reasons name reservations, which people do not know. */
    Proposal refusedAs(AlternativesRefused reply) {
        List<Refused> found = times.stream()
                .flatMap(time -> reply.refused().stream()
                        .filter(r -> r.reservationId().equals(Slot.reservationId(reply.bookingId(), time.attempt())))
                        .map(RefusedAlternative::reason)
                        .map(reason -> new Refused(time.start(), reason)))
                .toList();
        return refusing(found.isEmpty() ? all(RefusalReason.JUST_CHANGED) : found, null);
    }

    /** As the calendar would not move the session to its only time. */
    Proposal refusedAs(SlotRefused reply) {
        return refusing(List.of(new Refused(earliest(), reply.reason())), reply.nearest());
    }

    /** As somebody else has the time that was chosen. */
    Proposal lost(Time chosen, RefusalReason reason) {
        return refusing(List.of(new Refused(chosen.start(), reason)), null);
    }

    /** As the session begins before the calendar has answered: none of the times is to be had any more. */
    Proposal tooLate() {
        return refusing(all(RefusalReason.RELEASED), null);
    }

    /** The refused times and why, for the history. */
    String refusedInWords() {
        return refused.stream()
                .map(r -> r.start() + " " + r.reason().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private Proposal refusing(List<Refused> which, @Nullable List<TimeRange> near) {
        return new Proposal(by, times, deadline, message, taken, which, near, closedAt, refundPercent);
    }

    private List<Refused> all(RefusalReason reason) {
        return times.stream().map(time -> new Refused(time.start(), reason)).toList();
    }
}
