package org.coachbook.payment;

import static io.restassured.RestAssured.given;

import java.util.UUID;
import org.coachbook.testing.TestTokens;

/** A coach who opens an account. */
public record Coach(String id) {
    /** Nobody we know. */
    public static Coach stranger() {
        return new Coach("coach-" + UUID.randomUUID());
    }

    /** One who can be paid. */
    public static Coach payable(Stripe stripe) {
        Coach coach = stranger();
        stripe.visit(coach.openAccount());
        return coach;
    }

    /** Opens his account; where to go on. */
    public String openAccount() {
        return given().auth()
                .oauth2(token())
                .contentType("application/json")
                .body("{}")
                .post("/api/payments/account")
                .then()
                .statusCode(200)
                .extract()
                .path("url");
    }

    public String token() {
        return TestTokens.shared().user(id, "coach", "client");
    }
}
