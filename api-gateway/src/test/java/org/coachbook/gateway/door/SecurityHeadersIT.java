package org.coachbook.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.coachbook.gateway.page.PublicAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SecurityHeadersIT {
    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/coaches/7", "/api/coaches", "/api/bookings/1", "/api/nothing", "/api//x", "/api/quotes"})
    void every_answer_has_them_whoever_gives_it(String path) {
        given().get(path)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("script-src 'self'"), not(containsString("unsafe"))))
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void other_sites_scripts_read_nothing() {
        given().header("Origin", "https://evil.example")
                .get("/api/coaches")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void the_documentation_is_browsable_and_loads_its_own_files_only() {
        String page = given().get("/api/docs").then().statusCode(200).extract().asString();
        assertThat(page).contains("/webjars/swagger-ui/").doesNotContain("http://", "https://", "<script>");
        page.lines()
                .filter(line -> line.contains("src=") || line.contains("href="))
                .map(line -> line.replaceAll(".*(?:src|href)=\"([^\"]+)\".*", "$1"))
                .forEach(file -> given().get(file).then().statusCode(200));
    }

    @Test
    void https_is_remembered_only_where_it_is_used() {
        URI stripe = URI.create("https://api.stripe.com");
        assertThat(new SecurityHeaders(PublicAddress.of("https://coachbook.org"), stripe).of("/"))
                .containsKey("Strict-Transport-Security");
        assertThat(new SecurityHeaders(PublicAddress.of("http://localhost:8080"), stripe).of("/"))
                .doesNotContainKey("Strict-Transport-Security");
    }
}
