package org.coachbook.pricing.packages;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.contracts.pricing.DiscountRefusal;
import org.coachbook.pricing.redemption.NotUsable;
import org.coachbook.pricing.redemption.Redeemable;
import org.coachbook.pricing.redemption.Use;
import org.jspecify.annotations.Nullable;

/**
 * A package that a client buys or bought, with the credits he used. Its payment has its id.
 *
 * @param giveUpAt when payment-service is asked to give up what is not paid; null once it was asked, or nothing is open
 * @param paidAt when its credits were granted; null until then
 * @param cancelled null unless it was never paid
 * @param late credits that came back near the end or after it, and were not used since
 * @param refunds money that went back
 * @param withdrawnAt when all of its money had gone back; null until then
 */
public record ClientPackage(
        @BsonId String id,
        Purchase purchase,
        @Nullable Instant giveUpAt,
        @Nullable Instant paidAt,
        @Nullable Cancellation cancelled,
        List<Use> uses,
        List<Use> returned,
        List<LateReturn> late,
        List<PackageRefund> refunds,
        @Nullable Instant withdrawnAt,
        long sequence)
        implements Redeemable {
    /** A booking counts its credit a while after its quote, which was given in time. */
    private static final Duration BOOKING = Duration.ofDays(1);

    /** Packages from before credits could come back late, or money at all, are stored without. */
    public ClientPackage {
        late = List.copyOf(Objects.requireNonNullElse(late, List.of()));
        refunds = List.copyOf(Objects.requireNonNullElse(refunds, List.of()));
    }

    @Override
    public String coachId() {
        return purchase.coachId();
    }

    /** Where it stands. */
    public PackageStatus status(Instant now) {
        if (withdrawnAt != null) {
            return PackageStatus.REFUNDED;
        }
        if (paidAt == null) {
            return cancelled == null ? PackageStatus.AWAITING_PAYMENT : PackageStatus.CANCELLED;
        }
        if (left() == 0) {
            return PackageStatus.USED_UP;
        }
        return usable(now) > 0 ? PackageStatus.ACTIVE : PackageStatus.EXPIRED;
    }

    /** From when on no session can be booked with it, or with what came back of it late; null until it is paid. */
    public @Nullable Instant expiresAt(Instant now) {
        if (paidAt == null) {
            return null;
        }
        Instant end = purchase.terms().endOf(paidAt);
        return now.isBefore(end)
                ? end
                : lateAt(now)
                        .map(LateReturn::until)
                        .max(Comparator.naturalOrder())
                        .orElse(end);
    }

    /** Credits that are left, whether or not their time is over. */
    public int left() {
        return Math.max(0, purchase.terms().credits() - uses.size());
    }

    /** Credits that a session can be booked with: until the end all that are left, afterwards what came back late. */
    int usable(Instant now) {
        return beforeEnd(now) ? left() : Math.min(left(), (int) lateAt(now).count());
    }

    /** Why it cannot pay for such a session now; null when it can. */
    public @Nullable NotUsable refusal(String sessionTypeId, int minutes, Instant now) {
        return switch (status(now)) {
            case AWAITING_PAYMENT -> NotUsable.NOT_PAID;
            case CANCELLED -> NotUsable.UNKNOWN;
            case REFUNDED -> NotUsable.REFUNDED;
            case USED_UP -> NotUsable.USED_UP;
            case EXPIRED -> NotUsable.NOT_VALID_NOW;
            case ACTIVE -> purchase.terms().paysFor(sessionTypeId, minutes) ? null : NotUsable.OTHER_SESSION_TYPES;
        };
    }

    @Override
    public @Nullable DiscountRefusal exhausted(@Nullable String client, Instant now) {
        if (paidAt == null || withdrawnAt != null || !purchase.clientId().equals(client)) {
            return DiscountRefusal.UNKNOWN;
        }
        return usable(now.minus(BOOKING)) == 0 ? DiscountRefusal.USED_UP : null;
    }

    /**
     * The late credit that a use takes: those that end with the package go first, then the one that ends next; one that
     * ended between the quote and the booking only where there is no other.
     */
    Optional<LateReturn> taken(Instant at) {
        boolean others = beforeEnd(at) && left() > lateAt(at).count();
        return others ? Optional.empty() : nextOf(lateAt(at)).or(() -> nextOf(lateAt(at.minus(BOOKING))));
    }

    /**
     * What a return prolongs: a credit that really comes back, where the package ends sooner than its grace. By his own
     * act the client gets that once: whatever he books and cancels with it then, it ends when it would have.
     */
    Optional<LateReturn> prolonged(Use back, boolean byClient) {
        return uses.stream()
                .filter(use -> use.id().equals(back.id()))
                .findFirst()
                .map(use -> LateReturn.of(back, byClient ? use.until() : null))
                .filter(credit -> paidAt != null
                        && credit.until().isAfter(purchase.terms().endOf(paidAt)));
    }

    /** Whether all of its money has gone back, with this refund. */
    boolean fullyRefundedWith(PackageRefund next) {
        long before = refunds.stream().mapToLong(PackageRefund::amount).sum();
        return before + next.amount() >= purchase.price().total();
    }

    boolean hasRefund(String eventId) {
        return refunds.stream().anyMatch(refund -> refund.id().equals(eventId));
    }

    /** Whether this person is the coach or the client. */
    boolean concerns(String personId) {
        return purchase.coachId().equals(personId) || purchase.clientId().equals(personId);
    }

    private boolean beforeEnd(Instant now) {
        return paidAt != null && now.isBefore(purchase.terms().endOf(paidAt));
    }

    private static Optional<LateReturn> nextOf(Stream<LateReturn> credits) {
        return credits.min(Comparator.comparing(LateReturn::until));
    }

    private Stream<LateReturn> lateAt(Instant now) {
        return late.stream().filter(credit -> credit.usableAt(now));
    }
}
