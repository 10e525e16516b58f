package org.coachbook.booking.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.BookingStatus;
import org.coachbook.booking.process.Order;
import org.coachbook.booking.process.Party;
import org.coachbook.booking.process.PaymentStatus;
import org.coachbook.booking.process.Progress;
import org.coachbook.booking.process.Proposal;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.PriceLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the other services may read of a booking.
 *
 * @param timeZone IANA zone the client booked in
 * @param coachTimeZone the coach's IANA zone; null until reserved
 * @param lines stretches of the session at one rate each
 * @param rateCardVersion the coach's rate card that it was priced by
 * @param refunded minor units given back
 * @param proposal other times that one party wanted last, whatever became of them
 * @param sequence of the last public event
 */
@Schema(name = "InternalBooking")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InternalBooking(
        String id,
        String coachId,
        String clientId,
        String clientRef,
        String sessionTypeId,
        Instant start,
        Instant end,
        String timeZone,
        @Nullable String coachTimeZone,
        BookingStatus status,
        Price price,
        List<PriceLine> lines,
        long rateCardVersion,
        long platformFee,
        PaymentStatus paymentStatus,
        long refunded,
        @Nullable String title,
        @Nullable String notes,
        @Nullable Instant deadline,
        @Nullable Offered proposal,
        Instant createdAt,
        long sequence) {
    /**
     * Times that the other party can choose from, or could.
     *
     * @param times starts
     * @param deadline until when one of them can be taken
     */
    @Schema(name = "InternalProposal")
    record Offered(Party by, List<Instant> times, Instant deadline) {
        static @Nullable Offered of(@Nullable Proposal proposal) {
            return proposal == null ? null : new Offered(proposal.by(), proposal.starts(), proposal.deadline());
        }
    }

    static InternalBooking of(Booking booking) {
        return of(booking, booking.order(), booking.progress());
    }

    private static InternalBooking of(Booking booking, Order order, Progress progress) {
        return new InternalBooking(
                booking.id(),
                order.coachId(),
                order.clientId(),
                order.clientRef(),
                order.sessionTypeId(),
                progress.slot().start(),
                progress.slot().end(),
                order.timeZone(),
                progress.slot().coachTimeZone(),
                booking.status(),
                order.quote().price(),
                order.quote().lines(),
                order.quote().rateCardVersion(),
                order.quote().platformFee(),
                progress.payment().status(),
                progress.payment().refunded(),
                order.title(),
                order.notes(),
                progress.deadline(),
                Offered.of(progress.proposal()),
                order.placedAt(),
                progress.eventsSent());
    }
}
