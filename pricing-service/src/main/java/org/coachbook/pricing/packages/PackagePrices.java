package org.coachbook.pricing.packages;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.coachbook.chassis.http.Problem;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.coachbook.pricing.calculation.Calculation;
import org.coachbook.pricing.calculation.PriceCalculation;
import org.coachbook.pricing.facts.KnownFacts;
import org.coachbook.pricing.fees.PlatformFees;
import org.coachbook.pricing.money.Currencies;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.rates.RateCard;
import org.coachbook.pricing.rates.RateCards;

/** What packages cost: their price with the coach's tax on the day of the purchase, and the platform's fee of it. */
@Singleton
class PackagePrices {
    private final RateCards rateCards;
    private final PlatformFees fees;
    private final KnownFacts known;
    private final Clock clock;

    PackagePrices(RateCards rateCards, PlatformFees fees, KnownFacts known, Clock clock) {
        this.rateCards = rateCards;
        this.fees = fees;
        this.known = known;
        this.clock = clock;
    }

    /**
     * A price of today.
     *
     * @param rateCardVersion whose tax it was computed with
     */
    record Priced(Calculation calculation, long rateCardVersion) {}

    Priced of(PackageOffer offer) {
        return of(offer.coachId(), offer.terms());
    }

    private Priced of(String coachId, PackageTerms terms) {
        return of(coachId, cardOf(coachId), terms);
    }

    private Priced of(String coachId, RateCard card, PackageTerms terms) {
        Currency currency = Currencies.find(terms.currency()).orElseThrow();
        Calculation calculation =
                PriceCalculation.of(terms.price(), currency, card.vat().on(today(coachId)), fees.percentFor(coachId));
        return new Priced(calculation, card.version());
    }

    /** The terms that a coach asks for, where they can be charged in his currency. */
    PackageTerms checked(String coachId, PackageResource.Request request) {
        RateCard card = cardOf(coachId);
        Currency currency = card.currency();
        PackageTerms terms = request.in(currency.code());
        refuse(!currency.canCharge(terms.price()), "must be a multiple of " + currency.show(currency.chargeable()));
        refuse(terms.price() < currency.minimum(), "must be at least " + currency.show(currency.minimum()));
        refuse(terms.price() > currency.maximum(), "must be at most " + currency.show(currency.maximum()));
        long total = of(coachId, card, terms).calculation().price().total();
        refuse(
                total > currency.maximum(),
                "comes to " + currency.show(total) + " with tax, but no more than " + currency.show(currency.maximum())
                        + " can be charged");
        return terms;
    }

    private RateCard cardOf(String coachId) {
        return rateCards.of(coachId).orElseThrow(() -> Problem.of(
                        409,
                        "no-rate",
                        "Rates come first: they say the currency and the tax that packages are sold with.")
                .asException());
    }

    private LocalDate today(String coachId) {
        String zone = known.schedule(coachId).map(ScheduleChanged::timeZone).orElse("UTC");
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
    }

    private static void refuse(boolean wrong, String message) {
        if (wrong) {
            throw Problem.invalid("price", message).asException();
        }
    }
}
