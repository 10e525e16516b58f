package org.coachbook.pricing.packages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.pricing.redemption.Use;
import org.jspecify.annotations.Nullable;

/**
 * A package as its two parties see it.
 *
 * @param packageId the offer that was bought
 * @param credits sessions it pays for
 * @param left credits that are left; of an active package those that can be used, of one whose money is not there none
 * @param maxMinutes the longest session that a credit pays for
 * @param sessionTypeIds for which it is; empty: all
 * @param payBy when it is given up unless it is paid
 * @param expiresAt until when sessions can be booked with it, or with what came back late; absent until it is paid
 * @param cancelled why it was never paid; absent unless it was cancelled
 * @param uses bookings that use a credit each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PurchaseView(
        String id,
        String packageId,
        String coachId,
        String clientId,
        String name,
        PackageStatus status,
        int credits,
        int left,
        int maxMinutes,
        List<String> sessionTypeIds,
        Price price,
        Instant orderedAt,
        Instant payBy,
        @Nullable Instant paidAt,
        @Nullable Instant expiresAt,
        @Nullable Cancellation cancelled,
        List<UsedCredit> uses) {
    /** A credit that a booking uses. */
    public record UsedCredit(String bookingId, Instant at) {
        static UsedCredit of(Use use) {
            return new UsedCredit(use.id(), use.at());
        }
    }

    private static int left(ClientPackage bought, Instant now) {
        return switch (bought.status(now)) {
            case CANCELLED, REFUNDED -> 0;
            case ACTIVE -> bought.usable(now);
            case AWAITING_PAYMENT, USED_UP, EXPIRED -> bought.left();
        };
    }

    static PurchaseView of(ClientPackage bought, Instant now) {
        Purchase purchase = bought.purchase();
        return new PurchaseView(
                bought.id(),
                purchase.offerId(),
                purchase.coachId(),
                purchase.clientId(),
                purchase.terms().name(),
                bought.status(now),
                purchase.terms().credits(),
                left(bought, now),
                purchase.terms().maxMinutes(),
                purchase.terms().sessionTypeIds(),
                purchase.price(),
                purchase.at(),
                purchase.payBy(),
                bought.paidAt(),
                bought.expiresAt(now),
                bought.cancelled(),
                bought.uses().stream().map(UsedCredit::of).toList());
    }
}
