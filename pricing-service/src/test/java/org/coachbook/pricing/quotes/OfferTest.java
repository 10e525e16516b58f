package org.coachbook.pricing.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coachbook.contracts.availability.DurationRule;
import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.availability.RefundTier;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.coachbook.contracts.availability.SessionFormat;
import org.coachbook.contracts.availability.SessionTerms;
import org.coachbook.contracts.availability.SessionTypeChanged;
import org.coachbook.contracts.availability.Visibility;
import org.coachbook.contracts.pricing.Quote;
import org.coachbook.pricing.calculation.DiscountTexts;
import org.coachbook.pricing.facts.Standing;
import org.coachbook.pricing.money.Currencies;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.money.Fraction;
import org.coachbook.pricing.promotions.Promotion;
import org.coachbook.pricing.promotions.PromotionTerms;
import org.coachbook.pricing.rates.Discount;
import org.coachbook.pricing.rates.RateCard;
import org.coachbook.pricing.rates.Reduction;
import org.coachbook.pricing.rates.SessionRate;
import org.coachbook.pricing.rates.VatRates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferTest {
    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00.750Z");
    private static final Instant START = Instant.parse("2027-03-08T08:00:00Z");
    private static final Standing STRANGER = Standing.STRANGER;

    @Test
    void a_quote_names_everything_it_was_computed_from() {
        Quote quote = quoted(offer(card(6000), Visibility.PUBLIC, Visibility.PUBLIC, STRANGER), 60);
        assertThat(quote.id()).isEqualTo("q1");
        assertThat(quote.clientId()).isEqualTo("client");
        assertThat(quote.coachId()).isEqualTo("coach");
        assertThat(quote.sessionTypeId()).isEqualTo("type");
        assertThat(quote.sessionTypeVersion()).isEqualTo(4);
        assertThat(quote.rateCardVersion()).isEqualTo(7);
        assertThat(quote.start()).isEqualTo(START);
        assertThat(quote.durationMinutes()).isEqualTo(60);
        assertThat(quote.cancellationTiers()).containsExactly(new RefundTier(48, 100));
        assertThat(quote.price().total()).isEqualTo(6000);
        assertThat(quote.platformFee()).isEqualTo(900);
        assertThat(quote.payout()).isEqualTo(5100);
        assertThat(quote.expiresAt()).isEqualTo("2027-03-01T08:15:00Z");
    }

    @Test
    void a_duration_that_is_left_out_is_the_default() {
        assertThat(quoted(offer(card(6000), Visibility.PUBLIC, Visibility.PUBLIC, STRANGER), null)
                        .durationMinutes())
                .isEqualTo(45);
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, PUBLIC, STRANGER, true",
        "PUBLIC, PUBLIC, BLOCKED, false",
        "CONNECTED, PUBLIC, STRANGER, false",
        "PUBLIC, CONNECTED, STRANGER, false",
        "CONNECTED, CONNECTED, CONNECTED, true",
        "PRIVATE, PUBLIC, STRANGER, false",
        "PRIVATE, PUBLIC, CONNECTED, false",
        "PUBLIC, PRIVATE, CONNECTED, false",
        "PRIVATE, PRIVATE, INVITED, true",
        "PRIVATE, PRIVATE, COACH, true"
    })
    void both_the_session_type_and_the_calendar_must_be_visible(
            Visibility type, Visibility calendar, Standing standing, boolean seen) {
        QuoteOutcome outcome = ask(offer(card(6000), type, calendar, standing), 60);
        assertThat(outcome instanceof QuoteOutcome.Quoted).isEqualTo(seen);
        assertThat(outcome instanceof QuoteOutcome.NotVisible).isEqualTo(!seen);
    }

    @Test
    void a_code_is_used_up_only_when_it_takes_something_off() {
        assertThat(withCode("60").redeems()).isNotNull();
        assertThat(withCode("100").redeems()).isNull();
        assertThat(withCode("100").price().discounts()).hasSize(1);
    }

    private static Quote withCode(String percentForConnected) {
        Discount connected = new Discount.Connected(new Reduction.Percentage(new BigDecimal(percentForConnected)));
        SessionRate rate = new SessionRate(Fraction.of(6000), Map.of(), List.of(), List.of(), List.of(connected));
        PromotionTerms terms = new PromotionTerms("SPRING", "20", null, null, null, null, 1, null, List.of(), true);
        Promotion promotion = new Promotion("promotion", "coach", terms, 1, NOW, List.of(), List.of(), 0);
        Offer offer = new Offer(
                sessionType(Visibility.PUBLIC, true),
                schedule(Visibility.PUBLIC),
                Optional.of(card(Map.of("type", rate))),
                BigDecimal.ZERO,
                Standing.CONNECTED,
                new Redeeming.Choice(Optional.of(promotion), List.of()));
        QuoteRequest request =
                new QuoteRequest("client", "coach", "type", START, 60, 1, "SPRING", false, DiscountTexts.english());
        return ((QuoteOutcome.Quoted) offer.quote(request, "q1", NOW, Duration.ofMinutes(15))).quote();
    }

    @Test
    void what_is_not_offered_any_more_is_not_to_be_seen() {
        SessionTypeChanged inactive = sessionType(Visibility.PUBLIC, false);
        assertThat(ask(
                        new Offer(
                                inactive,
                                schedule(Visibility.PUBLIC),
                                Optional.of(card(1)),
                                BigDecimal.ZERO,
                                STRANGER,
                                Redeeming.Choice.NONE),
                        60))
                .isInstanceOf(QuoteOutcome.NotVisible.class);
    }

    @Test
    void without_a_card_or_without_an_entry_there_is_no_rate() {
        Offer none = new Offer(
                sessionType(Visibility.PUBLIC, true),
                schedule(Visibility.PUBLIC),
                Optional.empty(),
                BigDecimal.ZERO,
                STRANGER,
                Redeeming.Choice.NONE);
        assertThat(ask(none, 60)).isInstanceOf(QuoteOutcome.NoRate.class);
        RateCard other = card(Map.of("other", SessionRate.flat(6000)));
        assertThat(ask(offer(other, Visibility.PUBLIC, Visibility.PUBLIC, STRANGER), 60))
                .isInstanceOf(QuoteOutcome.NoRate.class);
    }

    @Test
    void an_hourly_rate_of_nothing_is_free() {
        Quote quote = quoted(offer(card(0), Visibility.PUBLIC, Visibility.PUBLIC, STRANGER), 60);
        assertThat(quote.price().total()).isZero();
        assertThat(quote.platformFee()).isZero();
        assertThat(quote.payout()).isZero();
    }

    @Test
    void an_empty_card_makes_everything_free() {
        assertThat(quoted(offer(card(Map.of()), Visibility.PUBLIC, Visibility.PUBLIC, STRANGER), 60)
                        .price()
                        .total())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 49})
    void more_than_nothing_but_less_than_stripe_takes_is_refused(long hourly) {
        assertThat(ask(offer(card(hourly), Visibility.PUBLIC, Visibility.PUBLIC, STRANGER), 60))
                .isEqualTo(new QuoteOutcome.BelowMinimum(
                        hourly, Currencies.find("CHF").orElseThrow(), false));
    }

    @Test
    void what_discounts_leave_must_be_chargeable_or_nothing() {
        Currency chf = Currencies.find("CHF").orElseThrow();
        assertThat(forConnected(100, "60")).isEqualTo(new QuoteOutcome.BelowMinimum(40, chf, false));
        assertThat(forConnected(100, "50")).isInstanceOf(QuoteOutcome.Quoted.class);
        assertThat(forConnected(100, "100")).isInstanceOf(QuoteOutcome.Quoted.class);
    }

    @Test
    void who_wants_to_pay_with_a_package_signs_in_first() {
        QuoteRequest visitor =
                new QuoteRequest(null, "coach", "type", START, 60, 1, null, true, DiscountTexts.english());
        assertThat(offer(card(6000), Visibility.PUBLIC, Visibility.PUBLIC, STRANGER)
                        .quote(visitor, "q1", NOW, Duration.ofMinutes(15)))
                .isEqualTo(new QuoteOutcome.SignInFirst());
    }

    @Test
    void a_price_that_is_due_is_not_given_away_by_rounding() {
        Currency krona = Currencies.find("ISK").orElseThrow();
        VatRates vat = VatRates.always(BigDecimal.ZERO, true);
        RateCard tiny = new RateCard("coach", 7, krona, vat, Map.of("type", SessionRate.flat(49)));
        assertThat(ask(offer(tiny, Visibility.PUBLIC, Visibility.PUBLIC, STRANGER), 60))
                .isEqualTo(new QuoteOutcome.BelowMinimum(0, krona, false));
        assertThat(forConnected(100, "99.9"))
                .isEqualTo(
                        new QuoteOutcome.BelowMinimum(0, Currencies.find("CHF").orElseThrow(), false));
    }

    private static QuoteOutcome forConnected(long hourly, String percent) {
        Discount connected = new Discount.Connected(new Reduction.Percentage(new BigDecimal(percent)));
        SessionRate rate = new SessionRate(Fraction.of(hourly), Map.of(), List.of(), List.of(), List.of(connected));
        return ask(offer(card(Map.of("type", rate)), Visibility.PUBLIC, Visibility.PUBLIC, Standing.CONNECTED), 60);
    }

    @Test
    void exactly_the_minimum_and_the_maximum_can_be_charged_and_more_cannot() {
        assertThat(quoted(offer(card(50), Visibility.PUBLIC, Visibility.PUBLIC, STRANGER), 60)
                        .price()
                        .total())
                .isEqualTo(50);
        assertThat(quoted(offer(card(99_999_999), Visibility.PUBLIC, Visibility.PUBLIC, STRANGER), 60)
                        .price()
                        .total())
                .isEqualTo(99_999_999);
        assertThat(ask(offer(card(99_999_999), Visibility.PUBLIC, Visibility.PUBLIC, STRANGER), 75))
                .isInstanceOf(QuoteOutcome.AboveMaximum.class);
    }

    private static QuoteOutcome ask(Offer offer, @Nullable Integer minutes) {
        QuoteRequest request =
                new QuoteRequest("client", "coach", "type", START, minutes, 1, null, false, DiscountTexts.english());
        return offer.quote(request, "q1", NOW, Duration.ofMinutes(15));
    }

    private static Quote quoted(Offer offer, @Nullable Integer minutes) {
        return ((QuoteOutcome.Quoted) ask(offer, minutes)).quote();
    }

    private static Offer offer(RateCard card, Visibility type, Visibility calendar, Standing standing) {
        return new Offer(
                sessionType(type, true),
                schedule(calendar),
                Optional.of(card),
                BigDecimal.valueOf(15),
                standing,
                Redeeming.Choice.NONE);
    }

    private static RateCard card(long hourly) {
        return card(Map.of("type", SessionRate.flat(hourly)));
    }

    private static RateCard card(Map<String, SessionRate> rates) {
        VatRates vat = VatRates.always(new BigDecimal("8.1"), true);
        return new RateCard("coach", 7, Currencies.find("CHF").orElseThrow(), vat, rates);
    }

    private static ScheduleChanged schedule(Visibility visibility) {
        return new ScheduleChanged("coach", 1, "Europe/Zurich", 0, 60, 15, visibility, null);
    }

    private static SessionTypeChanged sessionType(Visibility visibility, boolean active) {
        SessionTerms terms = new SessionTerms(
                "type",
                4,
                SessionFormat.ONE_ON_ONE,
                PaymentTiming.IMMEDIATE,
                15,
                15,
                24,
                List.of(new RefundTier(48, 100)),
                null);
        return new SessionTypeChanged("coach", new DurationRule(45, 30, 120, 15), visibility, active, terms, null);
    }
}
