package org.coachbook.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PaymentStack.class)
@SuppressWarnings("NullAway.Init") // the extension sets the address
class OpenApiIT {
    private static final Path COMMITTED = Path.of("openapi.yaml");

    @TestHTTPResource(value = "openapi", management = true)
    URL served;

    @Test
    void the_committed_description_is_the_served_one() throws IOException {
        String now;
        try (var stream = served.openStream()) {
            now = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, now);
        }
        assertThat(now).isEqualTo(Files.readString(COMMITTED));
    }
}
