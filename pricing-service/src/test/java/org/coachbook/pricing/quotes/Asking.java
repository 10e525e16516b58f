package org.coachbook.pricing.quotes;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.coachbook.testing.TestTokens;

/** Asks for quotes as different people. */
final class Asking {
    ValidatableResponse visitor(Object body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/quotes")
                .then();
    }

    ValidatableResponse client(String clientId, Object body) {
        return bearer(TestTokens.shared().user(clientId, "client"), body);
    }

    ValidatableResponse bearer(String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/quotes")
                .then();
    }
}
