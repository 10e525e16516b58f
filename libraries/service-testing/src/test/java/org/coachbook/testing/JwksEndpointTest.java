package org.coachbook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

class JwksEndpointTest {
    @Test
    void rotated_keys_are_served_and_fetches_counted() {
        try (JwksEndpoint endpoint = JwksEndpoint.serve("{\"keys\":[]}")) {
            assertThat(RestAssured.get(endpoint.url()).asString()).isEqualTo("{\"keys\":[]}");
            endpoint.rotate("{\"keys\":[{}]}");
            assertThat(RestAssured.get(endpoint.url()).asString()).isEqualTo("{\"keys\":[{}]}");
            assertThat(endpoint.fetches()).isEqualTo(2);
        }
    }

    @Test
    void it_can_be_out_of_order() {
        try (JwksEndpoint endpoint = JwksEndpoint.serve("{\"keys\":[]}")) {
            endpoint.answerWith(503);
            assertThat(RestAssured.get(endpoint.url()).statusCode()).isEqualTo(503);
        }
    }
}
