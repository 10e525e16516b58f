package org.coachbook.pricing.packages;

/**
 * Money of a package that went back.
 *
 * @param id of the event that told it; each counts once
 * @param amount minor units
 */
public record PackageRefund(String id, long amount) {}
