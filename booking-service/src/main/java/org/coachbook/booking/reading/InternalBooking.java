package org.coachbook.booking.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.BookingStatus;
import org.coachbook.booking.process.Order;
import org.coachbook.booking.process.PaymentFacts;
import org.coachbook.booking.process.PaymentStatus;
import org.coachbook.booking.process.Progress;
import org.coachbook.contracts.pricing.Price;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the other services may read of a booking.
 *
 * @param timeZone IANA zone the client booked in
 * @param coachTimeZone the coach's IANA zone; null until reserved
 * @param refunded minor units given back
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
        long platformFee,
        PaymentStatus paymentStatus,
        long refunded,
        @Nullable String title,
        @Nullable String notes,
        @Nullable Instant deadline,
        Instant createdAt,
        long sequence) {
    static InternalBooking of(Booking booking) {
        Order order = booking.order();
        Progress progress = booking.progress();
        PaymentFacts payment = progress.payment();
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
                order.quote().platformFee(),
                payment.status(),
                payment.refunded(),
                order.title(),
                order.notes(),
                progress.deadline(),
                order.placedAt(),
                progress.eventsSent());
    }
}
