package org.coachbook.payment.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its two parties see it.
 *
 * @param status the full status
 * @param state what the payment page shows
 * @param amount minor units
 * @param refunded minor units that went back or are on their way
 * @param declineCode why the bank declined the last attempt
 * @param captureBefore when an authorisation lapses
 * @param platformFee minor units; for the coach only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentView(
        String id,
        String bookingId,
        PaymentStatus status,
        PageState state,
        long amount,
        String currency,
        long refunded,
        @Nullable String declineCode,
        @Nullable Instant captureBefore,
        Instant deadline,
        @Nullable Long platformFee) {
    /** What the person with this id may see. */
    static PaymentView of(Payment payment, Terms terms, String viewer) {
        PaymentStatus status = payment.status();
        Intent intent = payment.facts().intent();
        Decline decline = intent == null ? null : intent.decline();
        return new PaymentView(
                payment.id(),
                payment.bookingId(),
                status,
                PageState.of(status),
                terms.amount(),
                terms.currency(),
                payment.facts().refunded(),
                decline == null ? null : decline.code(),
                intent == null || status != PaymentStatus.AUTHORIZED ? null : intent.captureBefore(),
                terms.deadline(),
                terms.coachId().equals(viewer) ? terms.platformFee() : null);
    }
}
