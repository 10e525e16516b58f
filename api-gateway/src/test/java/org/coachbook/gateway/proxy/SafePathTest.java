package org.coachbook.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/bookings",
                "/feeds/a-b_c.ics",
                "/webjars/swagger-ui/5.30.2/swagger-ui.css",
                "/api/bookings/caf%C3%A9",
                "/.well-known/jwks.json",
                "/assets/app.v1..js"
            })
    void a_plain_path_passes(String path) {
        assertThat(SafePath.isSafe(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "api",
                "/a/../b",
                "/a/./b",
                "/..",
                "/a/..",
                "//internal",
                "/a//b",
                "/a/%2e%2e/b",
                "/a/%2E./b",
                "/a%2fb",
                "/a%2Fb",
                "/a%5cb",
                "/a\\b",
                "/a;b=1/c",
                "/a%3bb",
                "/a%252e",
                "/a%00",
                "/a%",
                "/a%zz",
                "/a b",
                "/a\u0000",
                "/ä"
            })
    void a_path_that_servers_read_differently_does_not(String path) {
        assertThat(SafePath.isSafe(path)).isFalse();
    }
}
