package org.coachbook.booking.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.MinimumAttendees;
import org.coachbook.contracts.availability.SessionTerms;
import org.coachbook.contracts.availability.SlotMoved;
import org.coachbook.contracts.availability.SlotReserved;
import org.jspecify.annotations.Nullable;

/**
 * The time of a booking.
 *
 * @param attempt number of the reservation; a new time is a new attempt
 * @param mode decided by the calendar; null until reserved
 * @param coachTimeZone the coach's IANA zone; null until reserved
 * @param terms the session type's terms when the time was reserved
 * @param refundCap whole percentage that the client gets back at most, since he has moved the session; null: no such
 */
public record Slot(
        int attempt,
        Instant start,
        Instant end,
        @Nullable BookingMode mode,
        @Nullable String coachTimeZone,
        @Nullable SessionTerms terms,
        @Nullable Integer refundCap) {

    /** As it was ordered; the calendar has not been asked yet. */
    static Slot ordered(Order order) {
        return new Slot(1, order.start(), order.end(), null, null, null, null);
    }

    Slot reserved(SlotReserved reply) {
        return new Slot(attempt, reply.start(), reply.end(), reply.mode(), reply.timeZone(), reply.terms(), refundCap);
    }

    /** When it is decided at the latest whether enough take part; null where one is enough. */
    @Nullable
    Instant decidedBy() {
        return minimum() == null ? null : startOrDecision(start);
    }

    /** Until when a session at that time can be joined: to its start, or until it is decided whether enough take part. */
    private Instant startOrDecision(Instant time) {
        MinimumAttendees minimum = minimum();
        return minimum == null ? time : time.minus(Duration.ofMinutes(minimum.decisionMinutes()));
    }

    /** Until when all of these times can be joined; where it is decided already, a session takes place, open to its start. */
    Instant joinableUntil(List<Instant> starts, Instant now) {
        return starts.stream()
                .map(start -> startOrDecision(start).isAfter(now) ? startOrDecision(start) : start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private @Nullable MinimumAttendees minimum() {
        return terms == null ? null : terms.minimum();
    }

    /** What the calendar knows it by. */
    String reservationId(String bookingId) {
        return reservationId(bookingId, attempt);
    }

    /** What the calendar knows an attempt of a booking by. */
    static String reservationId(String bookingId, int attempt) {
        return bookingId + ":" + attempt;
    }

    /** The same session at another time. */
    Slot at(Proposal.Time time) {
        Instant newEnd = time.start().plus(Duration.between(start, end));
        return new Slot(time.attempt(), time.start(), newEnd, mode, coachTimeZone, terms, refundCap);
    }

    /** The same session at the time that it was moved to. */
    Slot movedTo(Proposal.Time time, SlotMoved reply) {
        return new Slot(time.attempt(), reply.start(), reply.end(), mode, reply.timeZone(), terms, refundCap);
    }

    /** The same, for which the client gets no more back than this, nor more than before; null: no less than before. */
    Slot refundedAtMost(@Nullable Integer percent) {
        Integer lower = refundCap == null || (percent != null && percent < refundCap) ? percent : refundCap;
        return new Slot(attempt, start, end, mode, coachTimeZone, terms, lower);
    }

    /** The same where the coach lives in another zone by now. */
    Slot inZone(String timeZone) {
        return new Slot(attempt, start, end, mode, timeZone, terms, refundCap);
    }

    /** Whether the coach has to accept. */
    boolean needsCoach() {
        return mode == BookingMode.REQUEST;
    }
}
