package org.coachbook.pricing.rates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.money.Fraction;
import org.coachbook.pricing.rates.RateCardBody.FixedPriceBody;
import org.coachbook.pricing.rates.RateCardBody.RateBody;
import org.coachbook.pricing.rates.RateCardBody.SpecialPeriodBody;
import org.coachbook.pricing.rates.RateCardBody.TimeBasedBody;
import org.jspecify.annotations.Nullable;

/** Reads the entry of one session type. */
final class SessionRateReader {
    private static final int MOST_WINDOWS = 100;
    private static final int HIGHEST_MULTIPLIER = 10;
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private final FieldChecks checks;
    private final Currency currency;
    private final DiscountReader discounts;

    SessionRateReader(FieldChecks checks, Currency currency) {
        this.checks = checks;
        this.currency = currency;
        this.discounts = new DiscountReader(checks, currency);
    }

    SessionRate read(String field, RateBody body) {
        Map<Integer, Long> fixed = fixedPrices(field + ".fixedPrices", body.fixedPrices());
        return new SessionRate(
                hourly(field + ".hourly", body.hourly(), !fixed.isEmpty()),
                fixed,
                timeBased(field + ".timeBased", body.timeBased()),
                specialPeriods(field + ".specialPeriods", body.specialPeriods()),
                discounts.read(field + ".discounts", body.discounts()));
    }

    private @Nullable Fraction hourly(String field, @Nullable Long hourly, boolean mayBeLeftOut) {
        return hourly == null && mayBeLeftOut ? null : Fraction.of(checks.amount(field, hourly, currency));
    }

    private Map<Integer, Long> fixedPrices(String field, @Nullable List<@Nullable FixedPriceBody> bodies) {
        Map<Integer, Long> prices = new LinkedHashMap<>();
        List<@Nullable FixedPriceBody> entries = checks.list(field, bodies, MOST_WINDOWS);
        for (int i = 0; i < entries.size(); i++) {
            String place = field + "[" + i + "]";
            FixedPriceBody body = entries.get(i) == null ? new FixedPriceBody(null, null) : entries.get(i);
            int minutes = checks.between(place + ".durationMinutes", body.durationMinutes(), 1, MINUTES_OF_A_DAY);
            long amount = checks.amount(place + ".amount", body.amount(), currency);
            if (prices.put(minutes, amount) != null) {
                checks.refuse(place + ".durationMinutes", "has a price already");
            }
        }
        return Map.copyOf(prices);
    }

    private List<TimeBasedRate> timeBased(String field, @Nullable List<@Nullable TimeBasedBody> bodies) {
        List<TimeBasedRate> windows = new ArrayList<>();
        for (@Nullable TimeBasedBody body : checks.list(field, bodies, MOST_WINDOWS)) {
            String place = field + "[" + windows.size() + "]";
            windows.add(window(place, body == null ? new TimeBasedBody(null, null, null, null, null) : body));
        }
        refuseOverlaps(field, windows, TimeBasedRate::overlaps);
        return List.copyOf(windows);
    }

    private TimeBasedRate window(String field, TimeBasedBody body) {
        int from = checks.minuteOfDay(field + ".from", body.from());
        int to = checks.minuteOfDay(field + ".to", body.to());
        if (body.from() != null && body.to() != null && from >= to) {
            checks.refuse(field + ".to", "must be after from; split what crosses midnight into two entries");
        }
        return new TimeBasedRate(
                days(field + ".days", body.days()), from, to, change(field, body.multiplier(), body.hourly()));
    }

    private Set<DayOfWeek> days(String field, @Nullable List<@Nullable String> names) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (@Nullable String name : checks.list(field, names, DayOfWeek.values().length)) {
            days.add(checks.day(field, name));
        }
        if (names == null || names.isEmpty()) {
            checks.refuse(field, "must name at least one day");
        }
        return days;
    }

    private List<SpecialPeriod> specialPeriods(String field, @Nullable List<@Nullable SpecialPeriodBody> bodies) {
        List<SpecialPeriod> periods = new ArrayList<>();
        for (@Nullable SpecialPeriodBody body : checks.list(field, bodies, MOST_WINDOWS)) {
            String place = field + "[" + periods.size() + "]";
            periods.add(period(place, body == null ? new SpecialPeriodBody(null, null, null, null) : body));
        }
        refuseOverlaps(field, periods, SpecialPeriod::overlaps);
        return List.copyOf(periods);
    }

    private SpecialPeriod period(String field, SpecialPeriodBody body) {
        LocalDate from = checks.date(field + ".from", body.from());
        LocalDate to = checks.date(field + ".to", body.to());
        if (from.isAfter(to)) {
            checks.refuse(field + ".to", "must not be before from");
        }
        return new SpecialPeriod(from, to, change(field, body.multiplier(), body.hourly()));
    }

    /** Either a multiple of the usual rate, or a rate of its own. */
    private RateChange change(String field, @Nullable String multiplier, @Nullable Long own) {
        if ((multiplier == null) == (own == null)) {
            checks.refuse(field, "must have either multiplier or hourly");
            return new RateChange.Own(Fraction.of(0));
        }
        return own == null
                ? new RateChange.Multiple(
                        Fraction.of(checks.decimal(field + ".multiplier", multiplier, HIGHEST_MULTIPLIER)))
                : new RateChange.Own(Fraction.of(checks.amount(field + ".hourly", own, currency)));
    }

    private <T> void refuseOverlaps(String field, List<T> windows, BiPredicate<T, T> overlap) {
        for (int later = 1; later < windows.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (overlap.test(windows.get(later), windows.get(earlier))) {
                    checks.refuse(field + "[" + later + "]", "overlaps " + field + "[" + earlier + "]");
                }
            }
        }
    }
}
