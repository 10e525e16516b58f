package org.coachbook.booking.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.coachbook.booking.process.BookingStatus;
import org.coachbook.booking.process.PaymentStatus;
import org.coachbook.contracts.availability.SessionFormat;
import org.coachbook.contracts.pricing.Price;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A booking as its parties see it.
 *
 * @param timeZone IANA zone it was booked in
 * @param pending a step under way that leaves the status as it is
 * @param deadline when the payment, the coach's answer or the client's choice is due, or a minimum of attendees
 *     is decided on
 * @param suggestions times that the other party may choose from until the deadline
 * @param proposal whose suggestions they are; absent when there are none
 * @param reason why it was rejected, or has expired: {@code not_paid}, {@code not_answered}, {@code minimum_not_reached}
 * @param earnings only the coach sees it
 * @param sequence of the last public event
 */
@Schema(name = "Booking")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookingView(
        String id,
        String coachId,
        String clientId,
        SessionType sessionType,
        Instant start,
        Instant end,
        String timeZone,
        BookingStatus status,
        Price price,
        Payment payment,
        @Nullable Pending pending,
        @Nullable Instant deadline,
        @Nullable String reason,
        @Nullable String title,
        @Nullable String notes,
        List<Suggestion> suggestions,
        @Nullable Offered proposal,
        @Nullable Earnings earnings,
        Instant createdAt,
        long sequence) {

    /** What is booked; the name is empty while it cannot be had. */
    @Schema(name = "BookedSessionType")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SessionType(
            String id, String name, @Nullable SessionFormat format) {}

    /**
     * Where the payment stands; amounts in minor units of the price's currency.
     *
     * @param declineCode why the last attempt failed
     */
    @Schema(name = "BookingPayment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Payment(
            PaymentStatus status,
            long amount,
            long refunded,
            @Nullable String declineCode) {}

    /** A time that is suggested instead; it is taken by its number. */
    @Schema(name = "Suggestion")
    public record Suggestion(int number, Instant start, Instant end) {}

    /**
     * Who suggests other times, instead of a requested one or, while it stays booked, of a booked one.
     *
     * @param by {@code coach} or {@code client}
     * @param deadline until when one of them can be taken
     */
    @Schema(name = "Proposal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Offered(
            String by,
            List<Suggestion> times,
            Instant deadline,
            @Nullable String message) {}

    /**
     * A step under way, and whose it is: {@code accept}, {@code suggest}, {@code reschedule}, {@code decline},
     * {@code cancel} or {@code settle_payment}.
     */
    @Schema(name = "PendingStep")
    public record Pending(String action, String by) {}

    /** What the coach is paid, in minor units of the price's currency. */
    @Schema(name = "Earnings")
    public record Earnings(long platformFee, long payout) {}
}
