package org.coachbook.pricing.rates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.coachbook.pricing.Coach;
import org.coachbook.pricing.PricingStack;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PricingStack.class)
class RateCardResourceIT {
    private static final String CARD = """
            {"currency": "CHF", "vat": {"ratePercent": "8.1", "included": true}, "rates": [{"sessionTypeId": "t1",
             "hourly": 12000,
             "timeBased": [{"days": ["SATURDAY"], "from": "00:00", "to": "24:00", "multiplier": "1.25"}],
             "specialPeriods": [{"from": "2027-12-24", "to": "2027-12-26", "hourly": 18000}],
             "discounts": [{"type": "early_bird", "daysAhead": 30, "percent": "10"},
                           {"type": "connection", "percent": "5"}]}]}
            """;

    private final Coach coach = Coach.withoutFacts("type-");

    @Test
    void a_card_is_read_as_it_was_written() {
        coach.put(CARD).statusCode(200).header("ETag", "\"1\"");
        ValidatableResponse read = read(coach.token()).statusCode(200).header("ETag", "\"1\"");
        Object expected = JsonPath.from(CARD).getMap("");
        assertThat((Object) read.extract().jsonPath().getMap("")).isEqualTo(expected);
    }

    @Test
    void each_change_is_a_new_version_and_the_old_ones_are_kept() {
        coach.put(CARD).header("ETag", "\"1\"");
        coach.put(CARD).header("ETag", "\"1\"");
        coach.put(CARD.replace("12000", "13000")).header("ETag", "\"2\"");
        as(coach.token()).get(path() + "/versions").then().statusCode(200).body("items.version", contains(2, 1));
        as(coach.token())
                .get(path() + "/versions/1")
                .then()
                .header("ETag", "\"1\"")
                .body("rates[0].hourly", equalTo(12000));
        as(coach.token()).get(path() + "/versions/3").then().statusCode(404);
        as(coach.token()).get(path() + "/versions/0").then().statusCode(400);
        as(TestTokens.shared().user("stranger", "coach"))
                .get(path() + "/versions")
                .then()
                .statusCode(404);
        as(TestTokens.shared().user("stranger", "coach"))
                .get(path() + "/versions/1")
                .then()
                .statusCode(404);
        given().get(path() + "/versions").then().statusCode(401);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    @Test
    void an_outdated_edit_is_refused() {
        coach.put(CARD);
        edit("\"1\"", CARD.replace("12000", "13000")).statusCode(200).header("ETag", "\"2\"");
        edit("\"1\"", CARD.replace("12000", "14000"))
                .statusCode(412)
                .body("type", equalTo("https://coachbook.org/problems/precondition-failed"));
        read(coach.token()).body("rates[0].hourly", equalTo(13000));
    }

    @Test
    void of_many_edits_of_one_version_one_wins() throws Exception {
        coach.put(CARD);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> edits = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> edit("\"1\"", CARD.replace("12000", "1300" + i))
                            .extract()
                            .statusCode())
                    .toList();
            List<Integer> answers =
                    executor.invokeAll(edits).stream().map(f -> f.resultNow()).toList();
            assertThat(answers).containsOnlyOnce(200);
            assertThat(answers.stream().filter(status -> status == 412)).hasSize(7);
        }
    }

    @Test
    void of_many_edits_of_whichever_version_all_are_made() throws Exception {
        coach.put(CARD);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> edits = IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(i -> () -> coach.put(CARD.replace("12000", "130" + (10 + i)))
                            .extract()
                            .statusCode())
                    .toList();
            assertThat(executor.invokeAll(edits).stream().map(f -> f.resultNow()))
                    .containsOnly(200);
        }
        read(coach.token()).header("ETag", equalTo("\"21\""));
    }

    @Test
    void any_version_is_none_before_the_first() {
        edit("*", CARD).statusCode(412);
        coach.put(CARD).statusCode(200);
        edit("*", CARD.replace("12000", "13000")).statusCode(200);
        edit("\"1\", \"2\"", CARD).statusCode(200);
    }

    @Test
    void nobody_but_the_owner_learns_that_there_is_a_card() {
        coach.put(CARD);
        given().get(path()).then().statusCode(401);
        given().contentType(ContentType.JSON).body(CARD).put(path()).then().statusCode(401);
        for (String role : List.of("coach", "client", "admin")) {
            String stranger = TestTokens.shared().user("stranger", role);
            read(stranger).statusCode(404).body(not(containsString("12000")));
            given().auth()
                    .oauth2(stranger)
                    .contentType(ContentType.JSON)
                    .body(CARD)
                    .put(path())
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void without_a_card_there_is_nothing_to_read_and_who_is_no_coach_has_no_rates() {
        read(coach.token()).statusCode(404);
        String client = TestTokens.shared().user(coach.id(), "client");
        given().auth()
                .oauth2(client)
                .contentType(ContentType.JSON)
                .body(CARD)
                .put(path())
                .then()
                .statusCode(403);
    }

    /** Columns: what is replaced in the card, by what, which field is named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"CHF\"    | {\"$gt\": \"\"}  | currency",
                "\"CHF\"    | 5                | currency",
                "\"CHF\"    | \"XTS\"          | currency",
                "\"8.1\"    | 8.1              | vat.ratePercent",
                "\"8.1\"    | {\"$gt\": \"\"}  | vat.ratePercent",
                "\"t1\"     | {\"$gt\": \"\"}  | rates[0].sessionTypeId",
                "\"t1\"     | \"$t1\"          | rates[0].sessionTypeId",
                "12000      | \"12000\"        | rates[0].hourly",
                "12000      | 120.5            | rates[0].hourly",
                "12000      | -1               | rates[0].hourly",
                "\"hourly\": 12000 | \"hourly\": 1, \"admin\": true | rates[0].admin",
                "\"vat\"    | \"platformFee\": 0, \"vat\" | platformFee",
                "true       | \"true\"         | vat.included",
                "30         | \"30\"           | rates[0].discounts[0].daysAhead",
                "\"1.25\"   | \"-1.25\"        | rates[0].timeBased[0].multiplier"
            })
    void bad_input_is_refused_with_the_field(String original, String wrong, String field) {
        String body = CARD.replaceFirst(
                java.util.regex.Pattern.quote(original), java.util.regex.Matcher.quoteReplacement(wrong));
        coach.put(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://coachbook.org/problems/validation-failed"))
                .body("errors[0].field", equalTo(field));
        read(coach.token()).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"[]", "null", "\"x\"", "{", "`` "})
    void what_is_no_card_at_all_is_refused(String body) {
        coach.put(body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void a_number_beyond_all_bounds_is_refused() {
        coach.put(CARD.replace("12000", "99999999999999999999999")).statusCode(400);
        coach.put(CARD.replace("12000", "100000000"))
                .statusCode(400)
                .body("errors[0].field", equalTo("rates[0].hourly"));
    }

    private ValidatableResponse edit(String ifMatch, String card) {
        return given().auth()
                .oauth2(coach.token())
                .header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(card)
                .put(path())
                .then();
    }

    private ValidatableResponse read(String token) {
        return given().auth().oauth2(token).get(path()).then();
    }

    private String path() {
        return "/api/coaches/" + coach.id() + "/rates";
    }
}
