package org.coachbook.pricing.rates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coachbook.pricing.money.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * What a session type costs. A special period goes before the hours of the week, those go before the usual rate.
 *
 * @param hourly minor units per 60 minutes; null where only some lengths have a price
 * @param fixed what a whole session of so many minutes costs at the usual rate, in minor units
 * @param timeBased do not overlap
 * @param specialPeriods do not overlap
 */
public record SessionRate(
        @Nullable Fraction hourly,
        Map<Integer, Long> fixed,
        List<TimeBasedRate> timeBased,
        List<SpecialPeriod> specialPeriods,
        List<Discount> discounts) {
    private static final int MINUTES_OF_AN_HOUR = 60;

    /** A rate that is the same at all times. */
    public static SessionRate flat(long hourly) {
        return new SessionRate(Fraction.of(hourly), Map.of(), List.of(), List.of(), List.of());
    }

    /**
     * The usual rate of a session of this length, minor units per 60 minutes: a fixed price is the exact rate that comes
     * to it, so that other hours change it as they change every rate. Empty when this length has no price.
     */
    public Optional<Fraction> usual(int minutes) {
        Long price = fixed.get(minutes);
        return price == null
                ? Optional.ofNullable(hourly)
                : Optional.of(Fraction.of(price).times(Fraction.of(MINUTES_OF_AN_HOUR, minutes)));
    }

    /** Minor units per 60 minutes at a moment of the coach's local clock, given the usual ones. */
    public Fraction hourlyAt(LocalDateTime label, Fraction usual) {
        LocalDate date = label.toLocalDate();
        for (SpecialPeriod period : specialPeriods) {
            if (period.covers(date)) {
                return period.change().applied(usual);
            }
        }
        for (TimeBasedRate window : timeBased) {
            if (window.covers(label)) {
                return window.change().applied(usual);
            }
        }
        return usual;
    }
}
