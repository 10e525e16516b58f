package org.coachbook.contracts.availability;

/**
 * How many have to take part in a session for it to take place.
 *
 * @param decisionMinutes how long before the start it is decided at the latest
 */
public record MinimumAttendees(int attendees, int decisionMinutes) {}
