package org.coachbook.pricing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.coachbook.contracts.account.ConnectionChanged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "untold",
            value = {
                "accepted, coach, untold, INVITED",
                "accepted, client, untold, CONNECTED",
                "accepted, untold, untold, INVITED",
                "accepted, client, true, INVITED",
                "accepted, coach, false, CONNECTED",
                "blocked, coach, true, BLOCKED",
                "pending, coach, true, STRANGER",
                "declined, coach, true, STRANGER",
                "ended, coach, true, STRANGER"
            })
    void a_clients_standing_is_the_one_that_the_calendar_goes_by(
            String status, @Nullable String requestedBy, @Nullable Boolean invited, Standing standing) {
        var fact = new ConnectionChanged("x", "coach", "client", status, requestedBy, null, invited);
        assertThat(Standing.of(fact)).isEqualTo(standing);
    }
}
