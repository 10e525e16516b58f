package org.coachbook.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {
    @Test
    void an_ipv4_address_counts_for_itself() {
        assertThat(ClientAddress.key("192.0.2.1")).isEqualTo("192.0.2.1").isNotEqualTo(ClientAddress.key("192.0.2.2"));
    }

    @Test
    void an_ipv6_network_counts_as_one_caller() {
        assertThat(ClientAddress.key("2001:db8:1:2::1")).isEqualTo(ClientAddress.key("2001:db8:1:2:ffff::9"));
        assertThat(ClientAddress.key("2001:db8:1:2::1")).isNotEqualTo(ClientAddress.key("2001:db8:1:3::1"));
    }

    @Test
    void this_machine_is_known() {
        assertThat(ClientAddress.isLoopback("127.0.0.1")).isTrue();
        assertThat(ClientAddress.isLoopback("::1")).isTrue();
        assertThat(ClientAddress.isLoopback("192.0.2.1")).isFalse();
    }
}
