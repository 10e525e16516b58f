package org.coachbook.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagePathsTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /, /index.html",
        "GET, /coaches/7, /index.html",
        "GET, /bookings, /index.html",
        "GET, /invitation, /index.html",
        "GET, /connections, /index.html",
        "POST, /coaches/7, /coaches/7",
        "GET, /app.js, /app.js",
        "GET, /index.html, /index.html",
        "GET, /api/users/me, /api/users/me",
        "GET, /api/nothing, /api/nothing",
        "GET, /internal/accounts/7, /internal/accounts/7",
        "GET, /q/health, /q/health",
        "GET, /.well-known/nothing, /.well-known/nothing",
        "GET, /api/docs, /docs/index.html",
        "GET, /docs/documentation.js, /docs/documentation.js"
    })
    void the_pages_own_paths_show_the_page_and_no_others(String method, String path, String served) {
        assertThat(PagePaths.served(method, path)).isEqualTo(served);
    }
}
