package org.coachbook.payment.payments;

import java.time.Instant;
import org.coachbook.contracts.payment.AuthorizePayment;

/**
 * What is to be paid, by whom, to whom; never changes.
 *
 * @param amount minor units
 * @param platformFee minor units kept from the coach's payout, 0 for none
 * @param captureAtOnce charge instead of authorising
 * @param deadline when the booking process gives an unpaid payment up; its business, not ours
 */
public record Terms(
        String coachId,
        String clientId,
        long amount,
        String currency,
        long platformFee,
        boolean captureAtOnce,
        Instant deadline) {
    static Terms of(AuthorizePayment command) {
        return new Terms(
                command.coachId(),
                command.clientId(),
                command.amount(),
                command.currency(),
                command.platformFee(),
                command.captureAtOnce(),
                command.deadline());
    }
}
