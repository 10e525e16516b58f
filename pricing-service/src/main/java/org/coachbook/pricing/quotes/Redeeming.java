package org.coachbook.pricing.quotes;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.coachbook.contracts.pricing.DiscountKind;
import org.coachbook.contracts.pricing.DiscountLine;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.RedeemableDiscount;
import org.coachbook.pricing.calculation.Tariff;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.packages.ClientPackage;
import org.coachbook.pricing.promotions.Promotion;
import org.coachbook.pricing.rates.Discount;
import org.coachbook.pricing.redemption.NotUsable;
import org.jspecify.annotations.Nullable;

/** What a booking at the quoted price would use up: nothing, a promotion's use, or a package's credit. */
sealed interface Redeeming {
    /** What it makes of a tariff. */
    Tariff on(Tariff tariff);

    /** What booking uses up if it takes something off; null when nothing. */
    @Nullable
    RedeemableDiscount redeems();

    /** What booking at this price uses up: a discount that found nothing left to take off stays for another time. */
    default @Nullable RedeemableDiscount redeemedBy(Price price) {
        RedeemableDiscount discount = redeems();
        return discount != null && price.discounts().stream().anyMatch(line -> isOf(discount.kind(), line))
                ? discount
                : null;
    }

    private static boolean isOf(DiscountKind kind, DiscountLine line) {
        return switch (kind) {
            case PROMOTION -> line.type().equals("promotion");
            case PACKAGE -> line.type().equals("package");
        };
    }

    record Nothing() implements Redeeming {
        @Override
        public Tariff on(Tariff tariff) {
            return tariff;
        }

        @Override
        public @Nullable RedeemableDiscount redeems() {
            return null;
        }
    }

    record Code(Promotion promotion) implements Redeeming {
        @Override
        public Tariff on(Tariff tariff) {
            return tariff.plus(Optional.of(promotion.discount()));
        }

        @Override
        public RedeemableDiscount redeems() {
            return new RedeemableDiscount(
                    DiscountKind.PROMOTION, promotion.id(), promotion.terms().code());
        }
    }

    record Credit(ClientPackage bought) implements Redeeming {
        @Override
        public Tariff on(Tariff tariff) {
            return tariff.prepaid(new Discount.Prepaid(bought.id(), name()));
        }

        @Override
        public RedeemableDiscount redeems() {
            return new RedeemableDiscount(DiscountKind.PACKAGE, bought.id(), name());
        }

        private String name() {
            return bought.purchase().terms().name();
        }
    }

    /** What was asked for cannot be used. */
    record Refused(QuoteOutcome outcome) implements Redeeming {
        @Override
        public Tariff on(Tariff tariff) {
            return tariff;
        }

        @Override
        public @Nullable RedeemableDiscount redeems() {
            return null;
        }
    }

    /**
     * What there is to redeem.
     *
     * @param promotion with the code that was entered
     * @param packages that the client could pay the coach with, or the last one that he had
     */
    record Choice(Optional<Promotion> promotion, List<ClientPackage> packages) {
        static final Choice NONE = new Choice(Optional.empty(), List.of());

        Redeeming of(QuoteRequest request, int minutes, Currency currency, Instant now) {
            if (request.usePackage() && request.clientId() == null) {
                return new Refused(new QuoteOutcome.SignInFirst());
            }
            if (request.usePackage()) {
                return credit(request.sessionTypeId(), minutes, now);
            }
            return request.promotionCode() == null ? new Nothing() : code(request, currency, now);
        }

        private Redeeming code(QuoteRequest request, Currency currency, Instant now) {
            if (promotion.isEmpty()) {
                return new Refused(new QuoteOutcome.CodeNotUsable(NotUsable.UNKNOWN));
            }
            Promotion known = promotion.get();
            NotUsable refusal = known.refusal(request.clientId(), request.sessionTypeId(), currency.code(), now);
            return refusal == null ? new Code(known) : new Refused(new QuoteOutcome.CodeNotUsable(refusal));
        }

        /** Of those that can pay the one that expires first; why the latest cannot when none can. */
        private Redeeming credit(String sessionTypeId, int minutes, Instant now) {
            Comparator<ClientPackage> byEnd = Comparator.comparing(
                    bought -> bought.expiresAt(now), Comparator.nullsLast(Comparator.naturalOrder()));
            Optional<ClientPackage> usable = packages.stream()
                    .filter(bought -> bought.refusal(sessionTypeId, minutes, now) == null)
                    .min(byEnd);
            if (usable.isPresent()) {
                return new Credit(usable.get());
            }
            NotUsable why = packages.stream()
                    .max(byEnd)
                    .map(latest -> latest.refusal(sessionTypeId, minutes, now))
                    .orElse(NotUsable.UNKNOWN);
            return new Refused(new QuoteOutcome.PackageNotUsable(why));
        }
    }
}
