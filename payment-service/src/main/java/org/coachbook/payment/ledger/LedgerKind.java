package org.coachbook.payment.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What moved money. */
public enum LedgerKind {
    /** The client's money was taken. */
    @JsonProperty("capture")
    CAPTURE,
    /** It was passed on to the coach. */
    @JsonProperty("transfer")
    TRANSFER,
    /** The platform kept its fee. */
    @JsonProperty("application_fee")
    APPLICATION_FEE,
    /** Money went back to the client. */
    @JsonProperty("refund")
    REFUND,
    /** It came back, because the client's bank did not take it. */
    @JsonProperty("refund_failure")
    REFUND_FAILURE,
    /** The coach's share of a refund. */
    @JsonProperty("transfer_reversal")
    TRANSFER_REVERSAL,
    /** The platform's share of a refund. */
    @JsonProperty("application_fee_refund")
    APPLICATION_FEE_REFUND
}
