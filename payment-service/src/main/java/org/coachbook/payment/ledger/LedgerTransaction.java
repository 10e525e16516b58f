package org.coachbook.payment.ledger;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * One movement of money; what its accounts get adds up to nothing.
 *
 * @param id of the Stripe object that moved it, so that reading it again is no second movement
 * @param at when Stripe made it
 */
public record LedgerTransaction(
        @BsonId String id,
        String paymentId,
        String bookingId,
        String coachId,
        LedgerKind kind,
        String currency,
        Instant at,
        List<LedgerLine> lines) {
    public LedgerTransaction {
        long sum = lines.stream().mapToLong(LedgerLine::amount).sum();
        if (sum != 0) {
            throw new IllegalArgumentException(kind + " " + id + " is out of balance by " + sum);
        }
    }

    /** What an account gets by it, negative when it gives; minor units. */
    public long amountOf(LedgerAccount account) {
        return lines.stream()
                .filter(line -> line.account() == account)
                .mapToLong(LedgerLine::amount)
                .sum();
    }
}
