package org.coachbook.pricing.packages;

/**
 * Money of a package that went back, also to a bank that took it, or did not arrive.
 *
 * @param id of the event that told it; each counts once
 * @param amount minor units; negative where it did not arrive
 */
public record PackageRefund(String id, long amount) {}
