package org.coachbook.availability.holds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
            return current.refusalOf(booking) == null ? current.with(booking) : current;
        });
        return before.at(now).refusalOf(booking);
    }

    /** As if the booking had never been counted: the calendar refused it. */
    public void undo(String clientId, String bookingId) {
        allowances.change(clientId, known -> known.withoutBooking(bookingId));
    }

    /** The client's hold became a booking that needs nothing more. */
    public void holdBooked(String clientId, String holdId) {
        allowances.change(clientId, known -> known.without(List.of(holdId)));
    }

    /** The booking has more time; a request is with the coach now. */
    public void extended(String bookingId, Instant until) {
        allowances
                .ownerOf(bookingId)
                .ifPresent(owner -> allowances.change(owner, known -> known.extended(bookingId, until)));
    }

    /** The booking is permanent, or over. */
    public void settled(String bookingId) {
        allowances.ownerOf(bookingId).ifPresent(owner -> allowances.change(owner, known -> known.settled(bookingId)));
    }
}
