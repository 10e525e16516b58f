package org.coachbook.booking.process;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is known of a booking's payment; the replies of payment-service are the only source. */
public enum PaymentStatus {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("payment_required")
    PAYMENT_REQUIRED,
    @JsonProperty("payment_processing")
    PAYMENT_PROCESSING,
    @JsonProperty("authorized")
    AUTHORIZED,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("refunded")
    REFUNDED,
    @JsonProperty("partial_refund")
    PARTIAL_REFUND,
    @JsonProperty("refund_failed")
    REFUND_FAILED,
    @JsonProperty("disputed")
    DISPUTED,
    @JsonProperty("cancelled")
    CANCELLED
}
