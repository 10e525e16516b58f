package org.coachbook.booking.process;

/**
 * A message that a decision causes.
 *
 * @param id stable over redeliveries
 * @param key decides the partition: the coach for the calendar, the booking for everything else
 * @param sequence rises within the booking's commands, or within its events
 * @param payload a contract's record
 */
public record Message(String id, String key, long sequence, Record payload) {}
