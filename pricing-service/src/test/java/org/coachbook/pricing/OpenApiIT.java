package org.coachbook.pricing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PricingStack.class)
class OpenApiIT {
    private static final Path COMMITTED = Path.of("openapi.yaml");

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void the_committed_description_is_the_one_served() throws IOException {
        String description = given().port(managementPort)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(description).contains("/api/quotes:", "/api/coaches/{coachId}/rates:");
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, description);
        }
        assertThat(description)
                .as("run with -Dopenapi.update=true and commit the file")
                .isEqualTo(Files.readString(COMMITTED));
    }
}
