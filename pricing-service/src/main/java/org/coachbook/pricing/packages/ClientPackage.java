package org.coachbook.pricing.packages;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.contracts.pricing.DiscountRefusal;
import org.coachbook.pricing.redemption.Redeemable;
import org.coachbook.pricing.redemption.Use;
import org.jspecify.annotations.Nullable;

/**
 * A package that a client buys or bought, with the credits he used. Its payment has its id.
 *
 * @param giveUpAt when payment-service is asked to give up what is not paid; null once it was asked, or nothing is open
 * @param paidAt when its credits were granted; null until then
 * @param cancelled null unless it was never paid
 */
public record ClientPackage(
        @BsonId String id,
        Purchase purchase,
        @Nullable Instant giveUpAt,
        @Nullable Instant paidAt,
        @Nullable Cancellation cancelled,
        List<Use> uses,
        List<Use> returned,
        long sequence)
        implements Redeemable {
    @Override
    public String coachId() {
        return purchase.coachId();
    }

    /** Where it stands. */
    public PackageStatus status(Instant now) {
        Instant end = expiresAt();
        if (end == null) {
            return cancelled == null ? PackageStatus.AWAITING_PAYMENT : PackageStatus.CANCELLED;
        }
        if (left() == 0) {
            return PackageStatus.USED_UP;
        }
        return now.isBefore(end) ? PackageStatus.ACTIVE : PackageStatus.EXPIRED;
    }

    /** From when on no session can be booked with it; null until it is paid. */
    public @Nullable Instant expiresAt() {
        return paidAt == null ? null : purchase.terms().endOf(paidAt);
    }

    /** Credits that are left. */
    public int left() {
        return Math.max(0, purchase.terms().credits() - uses.size());
    }

    /** Why it cannot pay for such a session now; null when it can. */
    public @Nullable DiscountRefusal refusal(String sessionTypeId, int minutes, Instant now) {
        return switch (status(now)) {
            case AWAITING_PAYMENT, CANCELLED -> DiscountRefusal.UNKNOWN;
            case USED_UP -> DiscountRefusal.USED_UP;
            case EXPIRED -> DiscountRefusal.NOT_VALID_NOW;
            case ACTIVE ->
                purchase.terms().paysFor(sessionTypeId, minutes) ? null : DiscountRefusal.OTHER_SESSION_TYPES;
        };
    }

    @Override
    public @Nullable DiscountRefusal exhausted(@Nullable String client) {
        if (paidAt == null || !purchase.clientId().equals(client)) {
            return DiscountRefusal.UNKNOWN;
        }
        return left() == 0 ? DiscountRefusal.USED_UP : null;
    }

    /** Whether this person is the coach or the client. */
    boolean concerns(String personId) {
        return purchase.coachId().equals(personId) || purchase.clientId().equals(personId);
    }
}
