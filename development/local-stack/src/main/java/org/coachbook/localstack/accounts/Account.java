package org.coachbook.localstack.accounts;

/**
 * Somebody who can log in.
 *
 * @param role {@code coach}, {@code client} or {@code admin}
 * @param id user id, empty when unknown
 * @param sessionTypeId a coach's session type that can be booked, else empty
 */
public record Account(String role, String email, String password, String id, String sessionTypeId) {}
