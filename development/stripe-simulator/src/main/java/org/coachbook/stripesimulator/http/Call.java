package org.coachbook.stripesimulator.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An admitted request: its key, route and parameters have been checked.
 *
 * @param ids the ids in the path, in order
 * @param account the connected account it acts as ({@code Stripe-Account}); null: the platform
 * @param publishable whether it came with the publishable key
 */
public record Call(
        Route route,
        ApiRequest request,
        List<String> ids,
        Parameters parameters,
        @Nullable String account,
        boolean publishable) {
    /** The first id in the path. */
    public String id() {
        return ids.getFirst();
    }

    /** The {@code Idempotency-Key}, null when none was sent. */
    public @Nullable String idempotencyKey() {
        return request.header("idempotency-key");
    }
}
