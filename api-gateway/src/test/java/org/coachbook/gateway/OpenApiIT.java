package org.coachbook.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiIT {
    private static final Path COMMITTED = Path.of("openapi.yaml");

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void the_committed_description_is_the_one_that_is_served() throws IOException {
        String served = given().port(managementPort)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(Files.readString(COMMITTED)).isEqualTo(served);
    }
}
