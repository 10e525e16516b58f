package org.coachbook.availability.info;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.zone.ZoneRulesProvider;
import java.util.Objects;
import org.coachbook.availability.Stack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Stack
class InfoResourceIT {
    @TestHTTPResource(value = "info", management = true)
    @Nullable
    URI info;

    @Test
    void an_operator_learns_which_version_of_the_zone_data_is_in_use() {
        RestAssured.get(Objects.requireNonNull(info))
                .then()
                .statusCode(200)
                .body(
                        "java.zoneData",
                        equalTo(ZoneRulesProvider.getVersions("UTC").lastEntry().getKey()));
    }
}
