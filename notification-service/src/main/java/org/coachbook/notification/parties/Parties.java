package org.coachbook.notification.parties;

/** The two parties to a booking, by their user ids. */
public record Parties(String coachId, String clientId) {}
