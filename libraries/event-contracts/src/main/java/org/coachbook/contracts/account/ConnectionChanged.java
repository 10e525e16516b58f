package org.coachbook.contracts.account;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * A coach and a client are connected, or not any more. Compacted by connection.
 *
 * @param status {@code pending}, {@code accepted}, {@code declined} or {@code ended}
 */
@Contract(type = "account.connection-changed.v1", topic = Topics.CONNECTION_CHANGES)
public record ConnectionChanged(String connectionId, String coachId, String clientId, String status) {}
