package org.coachbook.contracts.availability;

import java.util.List;

/**
 * The terms of a session type as they were when a time was reserved; a later edit never changes them.
 */
public record SessionTerms(
        String sessionTypeId,
        long sessionTypeVersion,
        SessionFormat format,
        PaymentTiming paymentTiming,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        int firmBookingThresholdHours,
        List<RefundTier> refundTiers) {}
