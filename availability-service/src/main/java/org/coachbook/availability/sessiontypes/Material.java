package org.coachbook.availability.sessiontypes;

/** A link that belongs to a session type. */
public record Material(String title, String url) {}
