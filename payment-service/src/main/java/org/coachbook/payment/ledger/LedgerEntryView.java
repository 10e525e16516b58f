package org.coachbook.payment.ledger;

import java.time.Instant;

/**
 * A movement of the coach's money.
 *
 * @param amount minor units; negative when it is taken from him
 */
public record LedgerEntryView(
        String id, String paymentId, String bookingId, LedgerKind kind, long amount, String currency, Instant at) {
    static LedgerEntryView of(LedgerTransaction transaction) {
        return new LedgerEntryView(
                transaction.id(),
                transaction.paymentId(),
                transaction.bookingId(),
                transaction.kind(),
                transaction.amountOf(LedgerAccount.COACH),
                transaction.currency(),
                transaction.at());
    }
}
