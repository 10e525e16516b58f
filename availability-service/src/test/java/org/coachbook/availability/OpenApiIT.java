package org.coachbook.availability;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.Objects;
import org.coachbook.testing.CommittedOpenApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Stack
class OpenApiIT {
    @TestHTTPResource(value = "openapi", management = true)
    @Nullable
    URI served;

    @Test
    void the_committed_description_is_the_one_served() {
        CommittedOpenApi.assertServed(Objects.requireNonNull(served), "/api/slots/holds", "/api/session-types");
    }
}
