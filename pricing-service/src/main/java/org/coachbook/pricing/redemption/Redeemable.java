package org.coachbook.pricing.redemption;

import java.time.Instant;
import java.util.List;
import org.coachbook.contracts.pricing.DiscountRefusal;
import org.jspecify.annotations.Nullable;

/** What bookings use up. Its document counts the uses, so that the last one is given once. */
public interface Redeemable {
    String coachId();

    /** Redeemed and not given back. */
    List<Use> uses();

    /** Redemptions that were given back, or never came to be; they are never redeemed again. */
    List<Use> returned();

    /** Of the last message it sent. */
    long sequence();

    /** Why no use is left for this client; null when one is. All that is asked of who has a quote with it. */
    @Nullable
    DiscountRefusal exhausted(@Nullable String clientId, Instant now);

    /** Whether this redemption counts. */
    default boolean hasUsed(String redemptionId) {
        return uses().stream().anyMatch(use -> use.id().equals(redemptionId));
    }

    /** Whether this redemption was given back. */
    default boolean hasReturned(String redemptionId) {
        return returned().stream().anyMatch(use -> use.id().equals(redemptionId));
    }
}
