package org.coachbook.booking.cancellation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What cancelling now would give back.
 *
 * @param allowed whether this party may cancel now
 * @param refund minor units, 0 when nothing was captured
 * @param refundPercent whole number of the price
 * @param nextChangeAt when the refund becomes lower; null when it stays
 */
public record CancellationPreview(
        boolean allowed,
        long refund,
        String currency,
        int refundPercent,
        @Nullable Instant nextChangeAt) {}
