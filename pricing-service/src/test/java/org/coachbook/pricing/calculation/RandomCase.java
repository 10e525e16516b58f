package org.coachbook.pricing.calculation;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.coachbook.pricing.money.Currencies;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.money.Fraction;
import org.coachbook.pricing.rates.Discount;
import org.coachbook.pricing.rates.RateChange;
import org.coachbook.pricing.rates.Reduction;
import org.coachbook.pricing.rates.SessionRate;
import org.coachbook.pricing.rates.SpecialPeriod;
import org.coachbook.pricing.rates.TimeBasedRate;
import org.coachbook.pricing.rates.VatRule;

/** A tariff and a session made of a seed: any currency, odd rates, boundaries, several zones, days of clock changes. */
final class RandomCase {
    private static final List<String> ZONES =
            List.of("Europe/Zurich", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia");
    private static final Instant BEGIN = Instant.parse("2027-01-01T00:00:00Z");
    private static final int MINUTES_OF_A_YEAR = 365 * 24 * 60;

    private final Random random;
    private final Tariff tariff;
    private final Session session;

    RandomCase(long seed) {
        this.random = new Random(seed);
        this.tariff = randomTariff();
        Instant start = BEGIN.plusSeconds(300L * between(0, MINUTES_OF_A_YEAR / 5));
        this.session = new Session(start, between(2, 600), ZoneId.of(ZONES.get(between(0, ZONES.size() - 1))));
    }

    Tariff tariff() {
        return tariff;
    }

    Session session() {
        return session;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private Tariff randomTariff() {
        List<String> codes = Currencies.all().keySet().stream().sorted().toList();
        Currency currency =
                Currencies.find(codes.get(between(0, codes.size() - 1))).orElseThrow();
        Fraction usual = Fraction.of(between(0, 500_000));
        SessionRate rate = new SessionRate(usual, Map.of(), windows(), periods(), List.of());
        return new Tariff(
                currency,
                rate,
                discounts(),
                new VatRule(percent(), random.nextBoolean()),
                percent(),
                DiscountTexts.english());
    }

    private List<TimeBasedRate> windows() {
        List<TimeBasedRate> windows = new ArrayList<>();
        for (int from = between(0, 300); from < 1300; from += between(60, 400)) {
            windows.add(new TimeBasedRate(EnumSet.allOf(DayOfWeek.class), from, from + 59, changed()));
        }
        return windows;
    }

    private List<SpecialPeriod> periods() {
        LocalDate from = LocalDate.of(2027, 1, 1).plusDays(between(0, 300));
        return List.of(new SpecialPeriod(from, from.plusDays(between(0, 60)), changed()));
    }

    private RateChange changed() {
        return random.nextBoolean()
                ? new RateChange.Multiple(Fraction.of(between(0, 30_000), 10_000))
                : new RateChange.Own(Fraction.of(between(0, 500_000)));
    }

    private List<Discount> discounts() {
        Discount early = new Discount.EarlyBird(between(1, 60), reduction());
        Discount connected = new Discount.Connected(reduction());
        return List.of(early, connected).subList(0, between(0, 2));
    }

    private Reduction reduction() {
        return random.nextBoolean()
                ? new Reduction.Percentage(percent())
                : new Reduction.FixedAmount(between(0, 300_000));
    }

    private BigDecimal percent() {
        return BigDecimal.valueOf(between(0, 1_000_000), 4);
    }
}
