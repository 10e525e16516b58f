package org.coachbook.gateway.documentation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DescriptionResourceIT {
    @Test
    void the_public_api_is_described_and_the_internal_one_is_not() {
        given().get("/api/openapi.json")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3."))
                .body("paths", hasKey("/api/auth/login"))
                .body("paths", not(hasKey("/internal/service-token")));
    }
}
