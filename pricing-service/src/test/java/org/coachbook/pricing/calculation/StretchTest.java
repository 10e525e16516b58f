package org.coachbook.pricing.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coachbook.contracts.pricing.PriceLine;
import org.coachbook.pricing.money.Currencies;
import org.coachbook.pricing.money.Fraction;
import org.coachbook.pricing.rates.RateChange;
import org.coachbook.pricing.rates.SessionRate;
import org.coachbook.pricing.rates.SpecialPeriod;
import org.coachbook.pricing.rates.TimeBasedRate;
import org.junit.jupiter.api.Test;

class StretchTest {
    private static final Set<DayOfWeek> EVERY_DAY = Set.of(DayOfWeek.values());
    private static final int USUAL = 6000;

    @Test
    void a_session_across_a_boundary_is_priced_by_the_minute_on_each_side() {
        SessionRate rate = evening(18 * 60, 24 * 60, 9000);
        assertThat(lines(rate, "2027-03-01T16:35:00Z", 60))
                .containsExactly(
                        line("2027-03-01T16:35:00Z", 25, 6000, 2500), line("2027-03-01T17:00:00Z", 35, 9000, 5250));
    }

    @Test
    void the_minute_at_the_boundary_belongs_to_the_later_rate() {
        SessionRate rate = evening(18 * 60, 19 * 60, 9000);
        assertThat(lines(rate, "2027-03-01T17:00:00Z", 61))
                .containsExactly(
                        line("2027-03-01T17:00:00Z", 60, 9000, 9000), line("2027-03-01T18:00:00Z", 1, 6000, 100));
    }

    @Test
    void past_midnight_the_next_day_counts() {
        SessionRate saturday = new SessionRate(
                Fraction.of(USUAL),
                Map.of(),
                List.of(window(Set.of(DayOfWeek.SATURDAY), 0, 1440, 7500)),
                List.of(),
                List.of());
        assertThat(lines(saturday, "2027-03-05T22:30:00Z", 90))
                .containsExactly(
                        line("2027-03-05T22:30:00Z", 30, 6000, 3000), line("2027-03-05T23:00:00Z", 60, 7500, 7500));
    }

    @Test
    void on_the_short_day_only_elapsed_minutes_are_priced() {
        SessionRate night = evening(60, 4 * 60, 12000);
        assertThat(lines(night, "2027-03-28T00:30:00Z", 120))
                .as("01:30 to 04:30 by the clock, 02:00 to 03:00 does not exist")
                .containsExactly(
                        line("2027-03-28T00:30:00Z", 90, 12000, 18000), line("2027-03-28T02:00:00Z", 30, 6000, 3000));
    }

    @Test
    void on_the_long_day_a_window_occurs_twice() {
        SessionRate window = evening(2 * 60 + 30, 3 * 60, 12000);
        assertThat(lines(window, "2027-10-31T00:00:00Z", 150))
                .as("02:00 to 03:00 twice, then half an hour")
                .containsExactly(
                        line("2027-10-31T00:00:00Z", 30, 6000, 3000),
                        line("2027-10-31T00:30:00Z", 30, 12000, 6000),
                        line("2027-10-31T01:00:00Z", 30, 6000, 3000),
                        line("2027-10-31T01:30:00Z", 30, 12000, 6000),
                        line("2027-10-31T02:00:00Z", 30, 6000, 3000));
    }

    @Test
    void a_special_period_goes_before_the_hours_of_the_week() {
        SpecialPeriod christmas = new SpecialPeriod(LocalDate.of(2027, 12, 24), LocalDate.of(2027, 12, 26), own(18000));
        SessionRate rate = new SessionRate(
                Fraction.of(USUAL), Map.of(), List.of(window(EVERY_DAY, 0, 1440, 9000)), List.of(christmas), List.of());
        assertThat(lines(rate, "2027-12-26T22:30:00Z", 60))
                .containsExactly(
                        line("2027-12-26T22:30:00Z", 30, 18000, 9000), line("2027-12-26T23:00:00Z", 30, 9000, 4500));
    }

    @Test
    void equal_rates_are_one_line_and_the_amount_comes_from_the_exact_rate() {
        SessionRate rate = evening(9 * 60, 10 * 60, USUAL);
        assertThat(lines(rate, "2027-03-01T07:30:00Z", 120)).hasSize(1);
        Fraction third = Fraction.of(10000, 3);
        SessionRate odd = new SessionRate(third, Map.of(), List.of(), List.of(), List.of());
        assertThat(lines(odd, "2027-03-01T07:30:00Z", 180))
                .as("3 hours of 33.33 1/3 are 100.00, not 99.99")
                .containsExactly(line("2027-03-01T07:30:00Z", 180, 3333, 10000));
    }

    @Test
    void a_fixed_price_is_exact_and_other_hours_change_it_as_they_change_any_rate() {
        TimeBasedRate weekend =
                new TimeBasedRate(Set.of(DayOfWeek.SATURDAY), 0, 1440, new RateChange.Multiple(Fraction.of(5, 4)));
        SessionRate rate = new SessionRate(null, Map.of(50, 9000L), List.of(weekend), List.of(), List.of());
        assertThat(lines(rate, "2027-03-01T08:00:00Z", 50))
                .containsExactly(line("2027-03-01T08:00:00Z", 50, 10800, 9000));
        assertThat(lines(rate, "2027-03-06T08:00:00Z", 50))
                .containsExactly(line("2027-03-06T08:00:00Z", 50, 13500, 11250));
        assertThat(rate.usual(60)).isEmpty();
    }

    private static SessionRate evening(int from, int to, long hourly) {
        return new SessionRate(
                Fraction.of(USUAL), Map.of(), List.of(window(EVERY_DAY, from, to, hourly)), List.of(), List.of());
    }

    private static TimeBasedRate window(Set<DayOfWeek> days, int from, int to, long hourly) {
        return new TimeBasedRate(days, from, to, own(hourly));
    }

    private static RateChange own(long hourly) {
        return new RateChange.Own(Fraction.of(hourly));
    }

    private static List<PriceLine> lines(SessionRate rate, String start, int minutes) {
        Session session = new Session(Instant.parse(start), minutes, ZoneId.of("Europe/Zurich"));
        return Stretch.of(rate, session).stream()
                .map(stretch -> stretch.priced(Currencies.find("CHF").orElseThrow()))
                .toList();
    }

    private static PriceLine line(String start, int minutes, long hourly, long amount) {
        return new PriceLine(Instant.parse(start), minutes, hourly, amount);
    }
}
