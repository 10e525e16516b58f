package org.coachbook.contracts.availability;

/**
 * Bookable lengths in minutes: {@code min + n * step}, at most {@code max}.
 */
public record DurationRule(int defaultMinutes, int minMinutes, int maxMinutes, int stepMinutes) {}
