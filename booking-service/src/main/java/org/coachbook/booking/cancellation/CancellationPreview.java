package org.coachbook.booking.cancellation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What cancelling now would give back.
 *
 * @param allowed whether this party may cancel now
 * @param refund minor units, 0 when nothing was captured
 * @param refundPercent whole number of the price; of what a credit paid for 100 where the credit comes back, else 0
 * @param nextChangeAt when the refund becomes lower; null when it stays
 * @param discountReturned whether the code, or the credit of a package, that it was booked with comes back; until when a
 *     credit can be used then, its package says; null where none was, or nothing can be cancelled
 */
public record CancellationPreview(
        boolean allowed,
        long refund,
        String currency,
        int refundPercent,
        @Nullable Instant nextChangeAt,
        @Nullable Boolean discountReturned) {
    /** Whether this is what a person was shown who named the refund, and perhaps what becomes of his discount. */
    public boolean isAsShown(long expectedRefund, @Nullable Boolean expectedReturn) {
        return refund == expectedRefund && (expectedReturn == null || expectedReturn.equals(discountReturned));
    }
}
