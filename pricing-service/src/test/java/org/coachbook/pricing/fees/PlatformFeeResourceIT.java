package org.coachbook.pricing.fees;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.coachbook.pricing.Coach;
import org.coachbook.pricing.PricingStack;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PricingStack.class)
class PlatformFeeResourceIT {
    private final Coach coach = Coach.withoutFacts("type-");
    private final String admin = TestTokens.shared().user("admin-1", "admin");

    @Inject
    PlatformFees fees;

    @Test
    void a_coach_may_have_a_percentage_of_his_own_down_to_nothing() {
        assertThat(fees.percentFor(coach.id())).isEqualByComparingTo("15");
        put(admin, "{\"percent\": \"0\"}").statusCode(200).body("percent", equalTo("0"));
        assertThat(fees.percentFor(coach.id())).isEqualByComparingTo(BigDecimal.ZERO);
        put(admin, "{\"percent\": \"12.5\"}").statusCode(200);
        assertThat(fees.percentFor(coach.id())).isEqualByComparingTo("12.5");
        given().auth().oauth2(admin).delete(path()).then().statusCode(204);
        assertThat(fees.percentFor(coach.id())).isEqualByComparingTo("15");
        given().auth()
                .oauth2(admin)
                .get(path())
                .then()
                .body("percent", equalTo("15"))
                .body("history.percent", contains("0", "12.5", null))
                .body("history.changedBy", everyItem(equalTo("admin-1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"percent\": \"-1\"}",
                "{\"percent\": \"100.5\"}",
                "{\"percent\": 15}",
                "{}",
                "{\"percent\": \"15\", \"coachId\": \"x\"}",
                "{\"percent\": {\"$gt\": \"\"}}",
                "{\"percent\": \"1e1\"}"
            })
    void anything_but_a_percentage_is_refused(String body) {
        put(admin, body).statusCode(400);
    }

    @Test
    void only_administrators_see_or_set_it() {
        put(coach.token(), "{\"percent\": \"0\"}").statusCode(403);
        given().auth().oauth2(coach.token()).get(path()).then().statusCode(403);
        given().get(path()).then().statusCode(401);
    }

    private ValidatableResponse put(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .put(path())
                .then();
    }

    private String path() {
        return "/operations/platform-fees/" + coach.id();
    }
}
