package org.coachbook.endtoend.journey;

/** Somebody signed in at the gateway. */
public record Person(String id, String email, String token, Api api) {}
