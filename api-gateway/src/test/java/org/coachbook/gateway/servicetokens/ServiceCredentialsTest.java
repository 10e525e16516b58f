package org.coachbook.gateway.servicetokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceCredentialsTest {
    private final ServiceCredentials credentials =
            ServiceCredentials.parse("booking-service:b00k, pricing-service:with:colon,empty-service:");

    @ParameterizedTest
    @CsvSource({
        "booking-service, b00k, true",
        "booking-service, B00K, false",
        "booking-service, '', false",
        "pricing-service, with:colon, true",
        "pricing-service, b00k, false",
        "unknown-service, '', false",
        "'', '', false",
        "empty-service, '', false"
    })
    void only_the_services_own_credential_matches(String service, String credential, boolean matches) {
        assertThat(credentials.match(service, credential)).isEqualTo(matches);
    }
}
