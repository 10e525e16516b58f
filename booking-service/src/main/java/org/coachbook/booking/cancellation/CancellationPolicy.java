package org.coachbook.booking.cancellation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Party;
import org.coachbook.booking.process.Transitions;
import org.coachbook.contracts.availability.RefundTier;
import org.coachbook.contracts.pricing.DiscountKind;
import org.coachbook.contracts.pricing.RedeemableDiscount;
import org.jspecify.annotations.Nullable;

/**
 * The one rule of what is given back. A client who cancels a booked session gets the share of the first tier whose
 * hours are exceeded, in elapsed hours and strictly: with {48: 100, 24: 50}, exactly 48 h give 50 %, exactly 24 h give
 * nothing; after the client has moved it, never more than he would have got when he did; a credit of a package that paid
 * for it with the whole price only. Before the booking is confirmed,
 * and when the coach cancels, everything is given back.
 */
public final class CancellationPolicy {
    /** Amounts that Stripe takes only in multiples: three-decimal currencies in tens, ISK and UGX in hundreds. */
    private static final Map<String, Long> CHARGEABLE_UNITS =
            Map.of("BHD", 10L, "JOD", 10L, "KWD", 10L, "OMR", 10L, "TND", 10L, "ISK", 100L, "UGX", 100L);

    private static final int FULL = 100;

    private CancellationPolicy() {}

    /** What this party would get back by cancelling at {@code now}. */
    public static CancellationPreview preview(Booking booking, Party by, Instant now) {
        String currency = booking.order().quote().price().currency();
        Instant start = booking.progress().start();
        if (!now.isBefore(start) || !Transitions.allowed(booking.status(), by.cancelled())) {
            return new CancellationPreview(false, 0, currency, 0, null, null);
        }
        long refundable = booking.progress().payment().refundable();
        if (by != Party.CLIENT || !booking.status().isBooked()) {
            return new CancellationPreview(true, refundable, currency, FULL, null, discountReturned(booking, FULL));
        }
        boolean whole = isPaidByCredit(booking);
        List<RefundTier> tiers = tiersOf(booking, whole);
        int cap = share(Objects.requireNonNullElse(booking.progress().slot().refundCap(), FULL), whole);
        int percent = Math.min(cap, refundPercent(tiers, start, now));
        long refund = Math.min(refundable, share(booking.order().total(), percent, currency));
        Instant nextChange = nextChange(tiers, cap, start, now);
        return new CancellationPreview(true, refund, currency, percent, nextChange, discountReturned(booking, percent));
    }

    private static boolean isPaidByCredit(Booking booking) {
        RedeemableDiscount redeems = booking.order().redeems();
        return redeems != null && redeems.kind() == DiscountKind.PACKAGE;
    }

    private static List<RefundTier> tiersOf(Booking booking, boolean whole) {
        return booking.order().quote().cancellationTiers().stream()
                .map(tier -> new RefundTier(tier.moreThanHours(), share(tier.refundPercent(), whole)))
                .toList();
    }

    /** @param whole whether there is no part of it to give back, as of a credit: what is less than all is nothing */
    private static int share(int percent, boolean whole) {
        return whole && percent < FULL ? 0 : percent;
    }

    /** A discount that was used up comes back with the whole price, or not at all. */
    private static @Nullable Boolean discountReturned(Booking booking, int refundPercent) {
        return booking.order().redeems() == null ? null : refundPercent == FULL;
    }

    /** The percentage that is given back when a booked session is cancelled at {@code now}. */
    public static int refundPercent(List<RefundTier> tiers, Instant start, Instant now) {
        return tier(tiers, start, now).map(RefundTier::refundPercent).orElse(0);
    }

    /**
     * Whether the client may still move the session by himself: until cancelling gives nothing back, or until the start
     * where it never would.
     */
    public static boolean mayStillMove(List<RefundTier> tiers, Instant start, Instant now) {
        boolean neverRefunded = tiers.stream().allMatch(tier -> tier.refundPercent() == 0);
        return neverRefunded ? now.isBefore(start) : refundPercent(tiers, start, now) > 0;
    }

    /** When the percentage, at most {@code cap}, becomes another one; null when it never does. */
    static @Nullable Instant nextChange(List<RefundTier> tiers, int cap, Instant start, Instant now) {
        int percent = Math.min(cap, refundPercent(tiers, start, now));
        return tiers.stream()
                .map(tier -> start.minus(Duration.ofHours(tier.moreThanHours())))
                .filter(at -> at.isAfter(now) && Math.min(cap, refundPercent(tiers, start, at)) != percent)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** {@code percent} of an amount, rounded half-up to what can be charged in the currency. */
    static long share(long amount, int percent, String currency) {
        long unit = CHARGEABLE_UNITS.getOrDefault(currency, 1L);
        long doubled = Math.multiplyExact(Math.multiplyExact(amount, percent), 2);
        return (doubled + 100 * unit) / (200 * unit) * unit;
    }

    private static Optional<RefundTier> tier(List<RefundTier> tiers, Instant start, Instant now) {
        Duration left = Duration.between(now, start);
        return tiers.stream()
                .filter(tier -> left.compareTo(Duration.ofHours(tier.moreThanHours())) > 0)
                .max(Comparator.comparingInt(RefundTier::moreThanHours));
    }
}
