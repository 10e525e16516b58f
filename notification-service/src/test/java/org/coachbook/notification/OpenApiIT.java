package org.coachbook.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotificationStack.class)
class OpenApiIT {
    private static final Path COMMITTED = Path.of("openapi.yaml");

    @TestHTTPResource(value = "openapi", management = true)
    @Nullable
    URI served;

    @Test
    void the_committed_description_is_the_one_served() throws IOException {
        Response answer = RestAssured.get(Objects.requireNonNull(served));
        assertThat(answer.statusCode()).isEqualTo(200);
        String description = answer.asString();
        assertThat(description)
                .contains("/api/notifications:", "/api/notifications/{id}/archive:", "/api/notifications/{id}/read:");
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, description);
        }
        assertThat(description)
                .as("run with -Dopenapi.update=true and commit the file")
                .isEqualTo(Files.readString(COMMITTED));
    }
}
