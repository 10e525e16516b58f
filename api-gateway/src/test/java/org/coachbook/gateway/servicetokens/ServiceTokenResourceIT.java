package org.coachbook.gateway.servicetokens;

import static io.restassured.RestAssured.given;
import static org.coachbook.gateway.People.idOf;
import static org.coachbook.gateway.People.json;
import static org.coachbook.gateway.People.newEmail;
import static org.coachbook.gateway.People.register;
import static org.coachbook.gateway.People.tokenOf;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceTokenResourceIT {
    @Test
    void a_service_with_the_scope_reads_contact_details() {
        String email = newEmail();
        Response coach = register(email, "Ada", "coach");
        contact(token("notification-service", "n0tify"), idOf(coach))
                .then()
                .statusCode(200)
                .body("email", equalTo(email))
                .body("name", equalTo("Ada"))
                .body("locale", equalTo("de-CH"))
                .body("timeZone", equalTo("Europe/Zurich"))
                .body("active", equalTo(true));
    }

    @Test
    void a_service_without_the_scope_and_a_person_read_nothing() {
        Response coach = register(newEmail(), "Ada", "coach");
        contact(token("booking-service", "b00k"), idOf(coach)).then().statusCode(403);
        contact(tokenOf(coach), idOf(coach)).then().statusCode(403);
        given().get("/internal/accounts/" + idOf(coach)).then().statusCode(401);
    }

    @Test
    void a_wrong_credential_gets_no_token() {
        json(Map.of("service", "notification-service", "credential", "b00k"))
                .post("/internal/service-token")
                .then()
                .statusCode(401);
    }

    private static Response contact(String token, String id) {
        return given().header("Authorization", "Bearer " + token).get("/internal/accounts/" + id);
    }

    private static String token(String service, String credential) {
        return json(Map.of("service", service, "credential", credential))
                .post("/internal/service-token")
                .then()
                .statusCode(200)
                .body("expiresIn", equalTo(300))
                .extract()
                .path("accessToken");
    }
}
