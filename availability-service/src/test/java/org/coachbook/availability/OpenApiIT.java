package org.coachbook.availability;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@Stack
class OpenApiIT {
    private static final Path COMMITTED = Path.of("openapi.yaml");

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void the_committed_description_is_the_one_served() throws IOException {
        String served = given().port(managementPort)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(served)
                .as("run with -Dopenapi.update=true and commit the file")
                .isEqualTo(Files.readString(COMMITTED));
    }
}
