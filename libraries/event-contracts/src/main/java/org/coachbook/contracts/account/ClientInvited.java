package org.coachbook.contracts.account;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * A coach invited somebody by e-mail, to whom nothing was sent yet; the address is read from availability-service by
 * whoever writes.
 */
@Contract(type = "account.client-invited.v1", topic = Topics.CONNECTION_INVITATIONS)
public record ClientInvited(String invitationId, String coachId) {}
