package org.coachbook.payment.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.stripe.model.Account;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.coachbook.payment.Coach;
import org.coachbook.payment.PaymentStack;
import org.coachbook.payment.Stripe;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PaymentStack.class)
class CoachAccountIT {
    @Inject
    Stripe stripe;

    @AfterEach
    void heal() {
        stripe.heal();
    }

    @Test
    void a_coach_can_be_paid_once_he_finished_with_stripe() {
        Coach coach = Coach.stranger();
        account(coach).body("chargesEnabled", equalTo(false), "url", nullValue());
        String url = coach.openAccount();
        account(coach).body("chargesEnabled", equalTo(false));
        stripe.visit(url);
        account(coach).body("chargesEnabled", equalTo(true), "payoutsEnabled", equalTo(true));
    }

    @Test
    void he_has_one_account_however_often_he_asks_at_once() throws InterruptedException {
        Coach coach = Coach.stranger();
        account(coach).body("url", nullValue());
        Callable<String> asking = coach::openAccount;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(Collections.nCopies(6, asking));
        }
        assertThat(accountsOf(coach)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout_after", "server_error_after"})
    void an_account_whose_answer_was_lost_is_found_again(String fault) {
        Coach coach = Coach.stranger();
        stripe.failNextPost(fault, "/v1/accounts");
        given().auth()
                .oauth2(coach.token())
                .contentType("application/json")
                .body("{}")
                .post("/api/payments/account");
        coach.openAccount();
        assertThat(accountsOf(coach)).hasSize(1);
    }

    @Test
    void it_is_for_coaches() {
        given().auth()
                .oauth2(TestTokens.shared().user("client-1", "client"))
                .get("/api/payments/account")
                .then()
                .statusCode(403);
        given().get("/api/payments/account").then().statusCode(401);
    }

    private static ValidatableResponse account(Coach coach) {
        return given().auth()
                .oauth2(coach.token())
                .get("/api/payments/account")
                .then()
                .statusCode(200);
    }

    private List<Account> accountsOf(Coach coach) {
        return stripe.accounts().stream()
                .filter(a -> coach.id().equals(a.getMetadata().get("coachId")))
                .toList();
    }
}
