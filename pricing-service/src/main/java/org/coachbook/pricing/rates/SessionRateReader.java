package org.coachbook.pricing.rates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.coachbook.pricing.money.Currency;
import org.coachbook.pricing.money.Fraction;
import org.coachbook.pricing.rates.RateCardBody.RateBody;
import org.coachbook.pricing.rates.RateCardBody.SpecialPeriodBody;
import org.coachbook.pricing.rates.RateCardBody.TimeBasedBody;
import org.jspecify.annotations.Nullable;

/** Reads the entry of one session type. */
final class SessionRateReader {
    private static final int MOST_WINDOWS = 100;
    private static final int HIGHEST_MULTIPLIER = 10;

    private final FieldChecks checks;
    private final Currency currency;
    private final DiscountReader discounts;

    SessionRateReader(FieldChecks checks, Currency currency) {
        this.checks = checks;
        this.currency = currency;
        this.discounts = new DiscountReader(checks, currency);
    }

    SessionRate read(String field, RateBody body) {
        long hourly = checks.amount(field + ".hourly", body.hourly(), currency.maximum());
        return new SessionRate(
                Fraction.of(hourly),
                timeBased(field + ".timeBased", body.timeBased(), hourly),
                specialPeriods(field + ".specialPeriods", body.specialPeriods(), hourly),
                discounts.read(field + ".discounts", body.discounts()));
    }

    private List<TimeBasedRate> timeBased(String field, @Nullable List<@Nullable TimeBasedBody> bodies, long hourly) {
        List<TimeBasedRate> windows = new ArrayList<>();
        for (@Nullable TimeBasedBody body : checks.list(field, bodies, MOST_WINDOWS)) {
            String place = field + "[" + windows.size() + "]";
            windows.add(window(place, body == null ? new TimeBasedBody(null, null, null, null, null) : body, hourly));
        }
        refuseOverlaps(field, windows, TimeBasedRate::overlaps);
        return List.copyOf(windows);
    }

    private TimeBasedRate window(String field, TimeBasedBody body, long hourly) {
        int from = checks.minuteOfDay(field + ".from", body.from());
        int to = checks.minuteOfDay(field + ".to", body.to());
        if (body.from() != null && body.to() != null && from >= to) {
            checks.refuse(field + ".to", "must be after from; split what crosses midnight into two entries");
        }
        return new TimeBasedRate(
                days(field + ".days", body.days()), from, to, rate(field, body.multiplier(), body.hourly(), hourly));
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

    private List<SpecialPeriod> specialPeriods(
            String field, @Nullable List<@Nullable SpecialPeriodBody> bodies, long hourly) {
        List<SpecialPeriod> periods = new ArrayList<>();
        for (@Nullable SpecialPeriodBody body : checks.list(field, bodies, MOST_WINDOWS)) {
            String place = field + "[" + periods.size() + "]";
            periods.add(period(place, body == null ? new SpecialPeriodBody(null, null, null, null) : body, hourly));
        }
        refuseOverlaps(field, periods, SpecialPeriod::overlaps);
        return List.copyOf(periods);
    }

    private SpecialPeriod period(String field, SpecialPeriodBody body, long hourly) {
        LocalDate from = checks.date(field + ".from", body.from());
        LocalDate to = checks.date(field + ".to", body.to());
        if (from.isAfter(to)) {
            checks.refuse(field + ".to", "must not be before from");
        }
        return new SpecialPeriod(from, to, rate(field, body.multiplier(), body.hourly(), hourly));
    }

    /** Either a multiple of the usual rate, or a rate of its own. */
    private Fraction rate(String field, @Nullable String multiplier, @Nullable Long own, long usual) {
        if ((multiplier == null) == (own == null)) {
            checks.refuse(field, "must have either multiplier or hourly");
            return Fraction.of(0);
        }
        return own == null
                ? Fraction.of(checks.decimal(field + ".multiplier", multiplier, HIGHEST_MULTIPLIER))
                        .times(Fraction.of(usual))
                : Fraction.of(checks.amount(field + ".hourly", own, currency.maximum()));
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
