package org.coachbook.benchmarks;

/**
 * How long to measure: {@code rounds} after one for warming up, of which the median counts.
 *
 * @param seconds length of a round
 */
record Effort(int rounds, int seconds) {}
