package org.coachbook.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.coachbook.gateway.page.PublicAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnOriginTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "http://localhost:8080, http://localhost:8080, -, true",
                "http://localhost:8080, http://127.0.0.1:8080, -, true",
                "http://localhost:8080, http://localhost:8081, -, false",
                "http://localhost:8080, https://localhost:8080, -, false",
                "http://localhost:8080, http://localhost:8080.evil.example, -, false",
                "http://localhost:8080, null, -, false",
                "http://localhost:8080, -, -, true",
                "http://localhost:8080, -, same-origin, true",
                "http://localhost:8080, -, none, true",
                "http://localhost:8080, -, same-site, false",
                "http://localhost:8080, -, cross-site, false",
                "https://coachbook.org, https://coachbook.org, cross-site, true",
                "https://coachbook.org, https://www.coachbook.org, -, false",
                "https://coachbook.org, http://coachbook.org, -, false",
                "https://coachbook.org, http://localhost:8080, -, false"
            })
    void a_request_comes_from_our_page_or_from_no_page(
            String address, String origin, String fetchSite, boolean permitted) {
        OwnOrigin own = new OwnOrigin(PublicAddress.of(address).origins());
        assertThat(own.permits(origin, fetchSite)).isEqualTo(permitted);
    }
}
