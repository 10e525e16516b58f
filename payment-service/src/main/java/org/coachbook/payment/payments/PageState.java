package org.coachbook.payment.payments;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the payment page shows. */
public enum PageState {
    @JsonProperty("initial")
    INITIAL,
    @JsonProperty("payment_pending")
    PAYMENT_PENDING,
    @JsonProperty("processing")
    PROCESSING,
    @JsonProperty("succeeded")
    SUCCEEDED,
    @JsonProperty("failed")
    FAILED;

    /** The page's view of a status. */
    public static PageState of(PaymentStatus status) {
        return switch (status) {
            case PENDING -> INITIAL;
            case PAYMENT_REQUIRED -> PAYMENT_PENDING;
            case PAYMENT_PROCESSING -> PROCESSING;
            case AUTHORIZED, COMPLETED, REFUNDED, PARTIAL_REFUND, REFUND_FAILED, DISPUTED -> SUCCEEDED;
            case FAILED, CANCELLED -> FAILED;
        };
    }
}
