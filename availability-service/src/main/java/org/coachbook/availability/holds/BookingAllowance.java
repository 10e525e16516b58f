package org.coachbook.availability.holds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.coachbook.availability.calendar.Range;
import org.coachbook.contracts.availability.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bookings of a client that are not settled beside his holds: in placing or unpaid as one of three times that
 * he keeps, waiting for a coach as one of ten requests, three with each coach.
 */
@ApplicationScoped
public class BookingAllowance {
    private final HoldAllowanceRepository allowances;
    private final Clock clock;

    BookingAllowance(HoldAllowanceRepository allowances, Clock clock) {
        this.allowances = allowances;
        this.clock = clock;
    }

    /** Counts the booking, once; or answers why it is one too many. */
    public @Nullable RefusalReason take(String clientId, OpenBooking booking) {
        Instant now = clock.instant();
        HoldAllowance before = allowances.change(clientId, known -> {
            HoldAllowance current = known.at(now);
            HoldAllowance decided = current.refusalOf(booking) == null ? current.with(booking) : current;
            return decided.keeping(known.lapsedBy(now));
        });
        return before.at(now).refusalOf(booking);
    }

    /** As if the booking had never been counted: the calendar refused it, or it is permanent already. */
    public void undo(String clientId, String bookingId, String reservationId) {
        allowances.change(clientId, known -> known.refused(bookingId, reservationId));
    }

    /** The client's hold with this id, if it is with this coach and has not run out. */
    public @Nullable Hold held(String clientId, String holdId, String coachId) {
        Hold hold = allowances.find(clientId).at(clock.instant()).find(holdId);
        return hold != null && hold.coachId().equals(coachId) ? hold : null;
    }

    /** The client's hold became a booking with this coach that needs nothing more; one with another coach stays. */
    public void takenOver(String clientId, String holdId, String coachId) {
        allowances.change(clientId, known -> {
            Hold hold = known.find(holdId);
            return hold != null && hold.coachId().equals(coachId) ? known.without(List.of(holdId)) : known;
        });
    }

    /** The client has a time with this coach now, beside which none of these holds can stand any more. */
    public void gaveWay(String clientId, String coachId, Range visible, Range occupied) {
        allowances.change(
                clientId,
                known -> known.without(known.live().stream()
                        .filter(hold -> hold.conflictsWith(coachId, visible, occupied))
                        .map(Hold::id)
                        .toList()));
    }

    /**
     * The booking is kept by these reservations and has more time.
     *
     * @param withCoach whether a request is with its coach by now
     */
    public void extended(String bookingId, List<String> reservations, Instant until, boolean withCoach) {
        change(bookingId, known -> known.extended(bookingId, reservations, until, withCoach));
    }

    /** A reservation was given back or is lost; a booking that no other one keeps is over. */
    public void released(String bookingId, String reservationId) {
        change(bookingId, known -> known.released(bookingId, reservationId));
    }

    /** The booking is permanent, or over. */
    public void settled(String bookingId) {
        change(bookingId, known -> known.settled(bookingId));
    }

    private void change(String bookingId, UnaryOperator<HoldAllowance> change) {
        allowances.ownerOf(bookingId).ifPresent(owner -> allowances.change(owner, change));
    }
}
