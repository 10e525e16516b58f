package org.coachbook.booking.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbook.contracts.availability.AlternativesRefused;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.RefusedAlternative;
import org.jspecify.annotations.Nullable;

/**
 * Other times that one party offers to the other. The calendar keeps all of them, or none.
 *
 * @param times in the order they were offered; people number them from 0
 * @param deadline until when one of them can be taken
 * @param message the offering party's own words
 * @param taken the number of the one that was taken; null while none is
 * @param refused those that could not be had, so that none was kept
 */
public record Proposal(
        Party by,
        List<Time> times,
        Instant deadline,
        @Nullable String message,
        @Nullable Integer taken,
        List<Refused> refused) {
    /**
     * One of the times.
     *
     * @param attempt number of its reservation
     */
    public record Time(int attempt, Instant start) {}

    /** A time that could not be had. */
    public record Refused(Instant start, RefusalReason reason) {}

    /** Offers times whose reservations are numbered from {@code attempt}. */
    static Proposal of(Party by, List<Instant> starts, int attempt, Instant deadline, @Nullable String message) {
        List<Time> times = Stream.iterate(0, n -> n < starts.size(), n -> n + 1)
                .map(n -> new Time(attempt + n, starts.get(n)))
                .toList();
        return new Proposal(by, times, deadline, message, null, List.of());
    }

    /** Whether the calendar may keep its times: none was taken and none refused. */
    public boolean isOpen() {
        return taken == null && refused.isEmpty();
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

    /** All but the one that is taken. */
    List<Time> others(Time chosen) {
        return times.stream().filter(time -> !time.equals(chosen)).toList();
    }

    int lastAttempt() {
        return times.getLast().attempt();
    }

    Proposal taking(int number) {
        return new Proposal(by, times, deadline, message, number, refused);
    }

    /** As the calendar has refused it; the reasons name reservations, which people do not know. */
    Proposal refusedAs(AlternativesRefused reply) {
        List<Refused> found = times.stream()
                .flatMap(time -> reply.refused().stream()
                        .filter(r -> r.reservationId().equals(Slot.reservationId(reply.bookingId(), time.attempt())))
                        .map(RefusedAlternative::reason)
                        .map(reason -> new Refused(time.start(), reason)))
                .toList();
        return new Proposal(by, times, deadline, message, taken, found.isEmpty() ? allChanged() : found);
    }

    private List<Refused> allChanged() {
        return times.stream()
                .map(time -> new Refused(time.start(), RefusalReason.JUST_CHANGED))
                .toList();
    }
}
