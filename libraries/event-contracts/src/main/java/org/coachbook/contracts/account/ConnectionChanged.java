package org.coachbook.contracts.account;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A coach and a client are connected, or not any more. Compacted by connection.
 *
 * @param status {@code pending}, {@code accepted}, {@code declined}, {@code ended} or {@code blocked}
 * @param requestedBy the id of whoever asked last; null in facts that were sent before it was told
 * @param endedBy who ended it, only where it had been accepted: a request that is taken back, and a block that is lifted,
 *     end as well
 * @param invited whether the coach wanted this client himself, be it as an answer to his request; null in facts that were
 *     sent before it was told
 */
@Contract(type = "account.connection-changed.v1", topic = Topics.CONNECTION_CHANGES)
public record ConnectionChanged(
        String connectionId,
        String coachId,
        String clientId,
        String status,
        @Nullable String requestedBy,
        @Nullable String endedBy,
        @Nullable Boolean invited) {}
