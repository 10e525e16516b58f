package org.coachbook.payment.payments;

import java.time.Instant;
import org.coachbook.contracts.payment.AuthorizePayment;
import org.coachbook.contracts.payment.PaymentPurpose;
import org.jspecify.annotations.Nullable;

/**
 * What is to be paid, by whom, to whom; never changes.
 *
 * @param amount minor units
 * @param platformFee minor units kept from the coach's payout, 0 for none
 * @param captureAtOnce charge instead of authorising
 * @param deadline when who asked for it gives an unpaid payment up; their business, not ours
 * @param purpose what it is for; null: a booking
 */
public record Terms(
        String coachId,
        String clientId,
        long amount,
        String currency,
        long platformFee,
        boolean captureAtOnce,
        Instant deadline,
        @Nullable PaymentPurpose purpose) {
    static Terms of(AuthorizePayment command) {
        return new Terms(
                command.coachId(),
                command.clientId(),
                command.amount(),
                command.currency(),
                command.platformFee(),
                command.captureAtOnce(),
                command.deadline(),
                command.purpose());
    }
}
