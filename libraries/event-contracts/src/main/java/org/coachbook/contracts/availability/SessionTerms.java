package org.coachbook.contracts.availability;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a session type as they were when a time was reserved; a later edit never changes them.
 *
 * @param minimum how many have to take part; null: one is enough
 */
public record SessionTerms(
        String sessionTypeId,
        long sessionTypeVersion,
        SessionFormat format,
        PaymentTiming paymentTiming,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        int firmBookingThresholdHours,
        List<RefundTier> refundTiers,
        @Nullable MinimumAttendees minimum) {}
