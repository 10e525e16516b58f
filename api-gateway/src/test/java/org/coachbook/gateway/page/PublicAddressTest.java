package org.coachbook.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, true, false",
        "http://127.0.0.1:18080, true, false",
        "https://localhost:8443, false, true",
        "http://coachbook.org, false, false",
        "http://localhost.evil.example, false, false",
        "https://coachbook.org, false, true"
    })
    void only_plain_http_on_this_machine_goes_without_tls(String url, boolean plainLoopback, boolean secure) {
        PublicAddress address = PublicAddress.of(url);
        assertThat(address.plainLoopback()).isEqualTo(plainLoopback);
        assertThat(address.secure()).isEqualTo(secure);
    }
}
