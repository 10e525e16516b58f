package org.coachbook.notification.reading;

/**
 * A coach's invitation to an address, as availability-service shows it to services with scope {@code invitations:read}.
 *
 * @param token what the link carries
 */
public record MailedInvitation(String coachId, String email, String token) {}
