package org.coachbook.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortLayoutTest {
    @Test
    void the_standard_layout_is_the_documented_one() {
        PortLayout standard = PortLayout.standard();
        assertThat(standard.services())
                .containsExactly(
                        Map.entry("api-gateway", 8080),
                        Map.entry("availability-service", 8081),
                        Map.entry("booking-service", 8082),
                        Map.entry("pricing-service", 8083),
                        Map.entry("payment-service", 8084),
                        Map.entry("notification-service", 8085));
        assertThat(standard.management("booking-service")).isEqualTo(9082);
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        PortLayout layout = PortLayout.free();
        try (ServerSocket taken =
                new ServerSocket(layout.management("booking-service"), 1, InetAddress.getLoopbackAddress())) {
            assertThat(layout.firstInUse()).contains(Map.entry("booking-service (management)", taken.getLocalPort()));
        }
        assertThat(layout.firstInUse()).isEmpty();
    }

    @Test
    void an_unknown_service_has_no_port() {
        assertThatThrownBy(() -> PortLayout.standard().http("billing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("billing");
    }
}
