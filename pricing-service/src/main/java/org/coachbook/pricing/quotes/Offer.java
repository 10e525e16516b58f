package org.coachbook.pricing.quotes;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbook.chassis.http.FieldError;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.coachbook.contracts.availability.SessionTypeChanged;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.Quote;
import org.coachbook.pricing.calculation.Calculation;
import org.coachbook.pricing.calculation.ChargeLimits;
import org.coachbook.pricing.calculation.DiscountConditions;
import org.coachbook.pricing.calculation.PriceCalculation;
import org.coachbook.pricing.calculation.Session;
import org.coachbook.pricing.calculation.Tariff;
import org.coachbook.pricing.facts.Standing;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.rates.RateCard;
import org.coachbook.pricing.rates.SessionRate;
import org.coachbook.pricing.redemption.NotUsable;

/**
 * A coach's session type with everything that its price depends on.
 *
 * @param card empty when the coach has never set rates
 * @param feePercent what the platform keeps
 * @param standing the asking person's to the coach
 * @param choice what there is to redeem
 */
record Offer(
        SessionTypeChanged sessionType,
        ScheduleChanged schedule,
        Optional<RateCard> card,
        BigDecimal feePercent,
        Standing standing,
        Redeeming.Choice choice) {
    /**
     * The binding price of a time, or why there is none. What depends on the calendar is not looked at.
     *
     * @param validity how long the quote holds
     */
    QuoteOutcome quote(QuoteRequest request, String id, Instant now, Duration validity) {
        Optional<QuoteOutcome> unseen = unseen(request);
        if (unseen.isPresent()) {
            return unseen.get();
        }
        int minutes = Objects.requireNonNullElse(
                request.durationMinutes(), sessionType.duration().defaultMinutes());
        List<FieldError> errors = neverOffered(request, minutes, now);
        if (!errors.isEmpty()) {
            return new QuoteOutcome.BadStart(errors);
        }
        Optional<SessionRate> rate = card.flatMap(rates -> rates.rateOf(request.sessionTypeId()));
        if (card.isEmpty() || rate.flatMap(known -> known.usual(minutes)).isEmpty()) {
            return new QuoteOutcome.NoRate(minutes);
        }
        Redeeming redeeming = choice.of(request, minutes, card.get().currency(), now);
        if (redeeming instanceof Redeeming.Refused refused) {
            return refused.outcome();
        }
        Session session = new Session(request.start(), minutes, ZoneId.of(schedule.timeZone()));
        Tariff usual = tariff(card.get(), rate.orElseThrow(), request, session, now);
        Calculation calculation = PriceCalculation.of(redeeming.on(usual), session);
        Quote quote = quoteOf(request, session, card.get(), redeeming, calculation, id, end(now, validity));
        return refusal(redeeming, calculation, usual, session).orElseGet(() -> new QuoteOutcome.Quoted(quote));
    }

    private List<FieldError> neverOffered(QuoteRequest request, int minutes, Instant now) {
        return Stream.concat(
                        StartRules.check(schedule, sessionType.duration(), request.start(), minutes, now).stream(),
                        StartRules.checkSeries(sessionType.longestSeries(), request.occurrences()).stream())
                .toList();
    }

    /** Tokens count whole seconds. */
    private static Instant end(Instant now, Duration validity) {
        return now.plus(validity).truncatedTo(ChronoUnit.SECONDS);
    }

    private Optional<QuoteOutcome> unseen(QuoteRequest request) {
        if (!sessionType.coachId().equals(request.coachId()) || !sessionType.active()) {
            return Optional.of(new QuoteOutcome.NotVisible());
        }
        boolean seen = standing.maySee(sessionType.visibility()) && standing.maySee(schedule.calendarVisibility());
        return seen ? Optional.empty() : Optional.of(QuoteOutcome.hidden(request));
    }

    private Tariff tariff(RateCard rates, SessionRate rate, QuoteRequest request, Session session, Instant now) {
        Duration lead = Duration.between(now, session.start());
        var asked = new DiscountConditions.Asked(lead, request.occurrences(), standing.isConnectedClient());
        return Tariff.of(rates, rate, session, asked, feePercent, request.texts());
    }

    private Quote quoteOf(
            QuoteRequest request,
            Session session,
            RateCard rates,
            Redeeming redeeming,
            Calculation sum,
            String id,
            Instant expiresAt) {
        return new Quote(
                id,
                request.clientId(),
                request.coachId(),
                request.sessionTypeId(),
                sessionType.terms().sessionTypeVersion(),
                session.start(),
                session.minutes(),
                request.occurrences() == 1 ? null : request.occurrences(),
                rates.version(),
                redeeming.redeemedBy(sum.price()),
                sum.price(),
                sum.lines(),
                sessionType.terms().refundTiers(),
                sum.platformFee(),
                sum.payout(),
                expiresAt);
    }

    /**
     * Why there is no quote at this price.
     *
     * @param usual the tariff without what is redeemed
     */
    private static Optional<QuoteOutcome> refusal(
            Redeeming redeeming, Calculation calculation, Tariff usual, Session session) {
        Price price = calculation.price();
        boolean code = redeeming instanceof Redeeming.Code;
        if (code && price.discounted() > 0 && redeeming.redeemedBy(price) == null) {
            return Optional.of(new QuoteOutcome.CodeNotUsable(NotUsable.TAKES_NOTHING_OFF));
        }
        Currency currency = usual.currency();
        return ChargeLimits.brokenBy(calculation, currency).map(limit -> switch (limit) {
            case BELOW_MINIMUM -> {
                boolean byCode = code
                        && ChargeLimits.brokenBy(PriceCalculation.of(usual, session), currency)
                                .isEmpty();
                yield new QuoteOutcome.BelowMinimum(price.total(), currency, byCode);
            }
            case ABOVE_MAXIMUM -> new QuoteOutcome.AboveMaximum(price.total(), currency);
        });
    }
}
