package org.coachbook.payment.payments;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a payment stands, as everybody may know it; derived from what Stripe said, never set by hand. */
public enum PaymentStatus {
    /** Asked for; Stripe has not prepared it yet. */
    @JsonProperty("pending")
    PENDING,
    /** The client can pay now. */
    @JsonProperty("payment_required")
    PAYMENT_REQUIRED,
    /** The client's bank is deciding. */
    @JsonProperty("payment_processing")
    PAYMENT_PROCESSING,
    /** Money is reserved at the client's bank. */
    @JsonProperty("authorized")
    AUTHORIZED,
    /** Money is taken. */
    @JsonProperty("completed")
    COMPLETED,
    /** The last attempt was declined, or the payment cannot be prepared; another card may be tried after a decline. */
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("refunded")
    REFUNDED,
    @JsonProperty("partial_refund")
    PARTIAL_REFUND,
    /** The last refund did not arrive; the money is the platform's to give back. */
    @JsonProperty("refund_failed")
    REFUND_FAILED,
    @JsonProperty("disputed")
    DISPUTED,
    /** Given up before money was taken. */
    @JsonProperty("cancelled")
    CANCELLED;

    /** The status that follows from everything known. */
    static PaymentStatus of(Payment payment) {
        if (payment.facts().impossible() != null) {
            return FAILED;
        }
        Intent intent = payment.facts().intent();
        if (intent == null) {
            return payment.over() ? CANCELLED : PENDING;
        }
        return switch (intent.state()) {
            case UNPAID -> intent.decline() == null ? PAYMENT_REQUIRED : FAILED;
            case PROCESSING -> PAYMENT_PROCESSING;
            case AUTHORIZED -> AUTHORIZED;
            case CANCELLED -> CANCELLED;
            case CAPTURED -> captured(payment.facts());
        };
    }

    private static PaymentStatus captured(Facts facts) {
        if (facts.disputed()) {
            return DISPUTED;
        }
        if (facts.refunded() > 0 && facts.left() == 0) {
            return REFUNDED;
        }
        if (facts.lastRefundFailed()) {
            return REFUND_FAILED;
        }
        return facts.refunded() == 0 ? COMPLETED : PARTIAL_REFUND;
    }
}
