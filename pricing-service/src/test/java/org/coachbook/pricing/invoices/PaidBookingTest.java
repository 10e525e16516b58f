package org.coachbook.pricing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.PriceLine;
import org.coachbook.contracts.pricing.Vat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaidBookingTest {
    private static final Instant PRICED = Instant.parse("2027-12-31T22:30:00Z");
    private static final List<PriceLine> LINES = List.of(
            new PriceLine(PRICED, 30, 12000, 6000),
            new PriceLine(Instant.parse("2027-12-31T23:00:00Z"), 30, 18000, 9000));

    @Test
    void the_lines_of_a_moved_session_lie_where_it_lies_and_cost_what_they_cost() {
        assertThat(starting("2028-01-03T09:00:00Z", LINES).linesAsHeld())
                .containsExactly(
                        new PriceLine(Instant.parse("2028-01-03T09:00:00Z"), 30, 12000, 6000),
                        new PriceLine(Instant.parse("2028-01-03T09:30:00Z"), 30, 18000, 9000));
        assertThat(starting(PRICED.toString(), LINES).linesAsHeld()).isEqualTo(LINES);
        assertThat(starting(PRICED.toString(), null).linesAsHeld()).isEmpty();
    }

    @Test
    void a_moved_session_keeps_the_tax_of_the_day_it_was_priced_for() {
        assertThat(starting("2028-01-03T09:00:00Z", LINES).taxDate()).isEqualTo(LocalDate.parse("2027-12-31"));
        assertThat(starting("2028-01-03T09:00:00Z", null).taxDate()).isEqualTo(LocalDate.parse("2028-01-03"));
    }

    private static PaidBooking starting(String start, @Nullable List<PriceLine> lines) {
        Instant at = Instant.parse(start);
        Price price = new Price("CHF", 15000, List.of(), 15000, 13876, new Vat("8.1", 1124, true), 15000);
        return new PaidBooking("b", "ada", "bob", "t", at, at.plusSeconds(3600), "Europe/Zurich", price, lines, 1);
    }
}
