package org.coachbook.contracts.availability;

/**
 * Refund {@code refundPercent} (a whole number) of the price while more than {@code moreThanHours} elapsed hours remain.
 */
public record RefundTier(int moreThanHours, int refundPercent) {}
