package org.coachbook.notification.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private final Origins origins = Origins.of("http://127.0.0.1:8080", List.of("https://app.example.org/"));

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080", "https://app.example.org"})
    void the_gateways_own_and_the_configured_are_allowed(String origin) {
        assertThat(origins.allow(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "http://localhost:8081",
                "https://localhost:8080",
                "http://evil.example",
                "https://app.example.org.evil.example",
                "http://localhost:8080.evil.example"
            })
    void others_are_not(String origin) {
        assertThat(origins.allow(origin)).isFalse();
    }

    @Test
    void what_sends_none_is_no_browser() {
        assertThat(origins.allow(null)).isTrue();
    }

    @Test
    void a_gateway_in_the_world_has_one_origin() {
        Origins world = Origins.of("https://coachbook.example", List.of());
        assertThat(world.allow("https://coachbook.example")).isTrue();
        assertThat(world.allow("http://localhost")).isFalse();
    }
}
