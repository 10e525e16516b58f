package org.coachbook.availability.sessiontypes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import java.time.Duration;
import java.time.temporal.IsoFields;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Stack;
import org.coachbook.contracts.Topics;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ReceivedMessage;
import org.coachbook.testing.ServiceStack;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Stack
class SessionTypeResourceIT {
    private static final String SECRET = "https://meet.example/secret";

    @Test
    void what_is_left_out_gets_its_default() {
        Coach coach = new Coach();
        coach.request()
                .body("{\"name\": \"Talk\", \"format\": \"one_on_one\","
                        + " \"duration\": {\"default\": 60, \"min\": 30, \"max\": 120, \"step\": 15}}")
                .post("/api/session-types")
                .then()
                .statusCode(201)
                .body("coachId", equalTo(coach.id))
                .body("version", equalTo(1))
                .body("buffers.beforeMinutes", equalTo(15))
                .body("capacity.max", equalTo(1))
                .body("bookingRules.firmBookingThresholdHours", equalTo(24))
                .body("bookingRules.requireApprovalNonConnected", equalTo(true))
                .body("paymentTiming", equalTo("immediate"))
                .body("cancellationPolicy.tiers", hasSize(2))
                .body("recurringOptions.maxSessions", equalTo(12))
                .body("maxSessionsPerDay", nullValue())
                .body("active", equalTo(true));
    }

    @Test
    void a_minimum_of_attendees_is_decided_a_day_before_unless_said_otherwise() {
        Coach coach = new Coach();
        for (var decision : Map.of("", 1440, ", \"decisionMinutes\": 90", 90).entrySet()) {
            coach.request()
                    .body("{\"name\": \"Talk\", \"format\": \"workshop\", \"capacity\": {\"min\": 2, \"max\": 5"
                            + decision.getKey()
                            + "}, \"duration\": {\"default\": 60, \"min\": 30, \"max\": 120, \"step\": 15}}")
                    .post("/api/session-types")
                    .then()
                    .statusCode(201)
                    .body("capacity.decisionMinutes", equalTo(decision.getValue()));
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "duration | {\"default\": 60, \"min\": 90, \"max\": 120, \"step\": 15} | duration.default",
                "duration | {\"default\": 60, \"min\": 60, \"max\": 30, \"step\": 15} | duration.max",
                "duration | {\"default\": 60, \"min\": 30, \"max\": 100, \"step\": 15} | duration.step",
                "duration | {\"default\": 60, \"min\": 30, \"max\": 120, \"step\": 0} | duration.step",
                "duration | null | duration",
                "name | \"  \" | name",
                "name | {\"$gt\": \"\"} | name",
                "name | 5 | name",
                "format | \"duet\" | format",
                "capacity | {\"min\": 1, \"max\": 5} | capacity.max",
                "capacity | {\"min\": 1, \"max\": 1, \"decisionMinutes\": 60} | capacity.decisionMinutes",
                "capacity | {\"min\": 2, \"max\": 2, \"decisionMinutes\": 0} | capacity.decisionMinutes",
                "capacity | {\"min\": 2, \"max\": 2, \"decisionMinutes\": 43201} | capacity.decisionMinutes",
                "buffers | {\"beforeMinutes\": -1} | buffers.beforeMinutes",
                "maxSessionsPerWeek | 0 | maxSessionsPerWeek",
                "materials | [{\"title\": \"x\", \"url\": \"javascript:alert(1)\"}] | materials[0].url",
                "materials | [{\"title\": \" \", \"url\": \"https://a.example\"}] | materials[0].title",
                "materials | [{\"title\": \"x\\ny\", \"url\": \"https://a.example\"}] | materials[0].title",
                "materials | [null] | materials[0]",
                "name | \"Talk\\nmore\" | name",
                "name | \"Talk\\u0007\" | name",
                "format | \"group\" | capacity",
                "recurringOptions | {\"enabled\": true, \"patterns\": []} | recurringOptions.patterns",
                "recurringOptions | {\"patterns\": [\"weekly\", \"weekly\", \"weekly\", \"weekly\", \"weekly\","
                        + " \"weekly\", \"weekly\", \"weekly\", \"weekly\", \"weekly\", \"weekly\"]} |"
                        + " recurringOptions.patterns",
                "cancellationPolicy | {\"tiers\": [{\"moreThanHours\": 24, \"refundPercent\": 100},"
                        + " {\"moreThanHours\": 48, \"refundPercent\": 50}]} | cancellationPolicy.tiers",
                "cancellationPolicy | {\"tiers\": [{\"moreThanHours\": 24, \"refundPercent\": 101}]} |"
                        + " cancellationPolicy.tiers",
                "price | 1 | price"
            })
    void what_is_wrong_is_refused_with_the_fields_name(String field, String json, String blamed) {
        String body = "{\"name\": \"Talk\", \"format\": \"one_on_one\","
                + " \"duration\": {\"default\": 60, \"min\": 30, \"max\": 120, \"step\": 15}, \"%s\": %s}";
        String other = body.replaceFirst("\"" + field + "\": (\\{[^}]*\\}|\"[^\"]*\"), ?", "");
        new Coach()
                .request()
                .body(other.formatted(field, json))
                .post("/api/session-types")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(blamed));
    }

    @Test
    void at_most_ten_reminders_are_sent_before_a_session_and_after_it() {
        var ten = Collections.nCopies(10, Map.of("minutes", 60, "type", "email"));
        var more = Collections.nCopies(11, Map.of("minutes", 60, "type", "email"));
        Coach coach = new Coach();
        coach.sessionType(Map.of("notifications", Map.of("preSession", ten, "postSession", ten)));
        coach.request()
                .body(Coach.sessionTypeBody(Map.of("notifications", Map.of("preSession", more, "postSession", more))))
                .post("/api/session-types")
                .then()
                .statusCode(400)
                .body("errors.field", contains("notifications.preSession", "notifications.postSession"));
    }

    @Test
    void a_coach_offers_at_most_a_hundred_session_types() {
        Coach coach = new Coach();
        String one = coach.sessionType(Map.of());
        for (int i = 1; i < 100; i++) {
            coach.sessionType(Map.of());
        }
        Map<String, Object> body = Coach.sessionTypeBody(Map.of());
        coach.request()
                .body(body)
                .post("/api/session-types")
                .then()
                .statusCode(409)
                .body("type", endsWith("too-many-session-types"));
        coach.request().get("/api/session-types").then().body("items", hasSize(100));
        coach.request().delete("/api/session-types/" + one).then().statusCode(204);
        coach.sessionType(Map.of());
    }

    @Test
    void location_details_are_shown_to_the_coach_only() {
        Coach coach = Coach.atWork();
        String id = secretPlace(coach);
        coach.request().get("/api/session-types/" + id).then().body("location.details", equalTo(SECRET));
        String seen = RestAssured.get("/api/session-types/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(seen).contains("online").doesNotContain(SECRET);
        String list = RestAssured.get(coach.path("session-types")).asString();
        assertThat(list).contains(id).doesNotContain(SECRET);
    }

    @Test
    void location_details_are_read_by_services_with_the_scope_only() {
        Coach coach = Coach.atWork();
        String path = "/internal/session-types/" + secretPlace(coach);
        var tokens = TestTokens.shared();
        String service = tokens.service("booking-service", "session-types:read");
        var answer = given().auth().oauth2(service).get(path).then().statusCode(200);
        answer.body("location.details", equalTo(SECRET)).body("timeZone", equalTo(Coach.ZONE));
        String other = tokens.service("other-service", "accounts:read");
        given().auth().oauth2(other).get(path).then().statusCode(403);
        coach.request().get(path).then().statusCode(403);
    }

    @Test
    void location_details_never_travel_in_a_message() {
        String id = secretPlace(Coach.atWork());
        try (KafkaProbe facts = KafkaProbe.of(ServiceStack.bootstrapServers(), "session-type.changes")) {
            var fact = facts.await("availability.session-type-changed.v1", id, Duration.ofSeconds(10));
            assertThat(fact.payload()).doesNotContain("secret").contains("\"active\":true");
        }
    }

    @Test
    void how_long_a_series_may_be_is_told() {
        Coach coach = Coach.atWork();
        String single = coach.sessionType(Map.of());
        String series = coach.sessionType(
                Map.of("recurringOptions", Map.of("enabled", true, "patterns", List.of("weekly"), "maxSessions", 5)));
        try (KafkaProbe facts = KafkaProbe.of(ServiceStack.bootstrapServers(), "session-type.changes")) {
            assertThat(facts.await("availability.session-type-changed.v1", single, Duration.ofSeconds(10))
                            .payload())
                    .contains("\"longestSeries\":1}");
            assertThat(facts.await("availability.session-type-changed.v1", series, Duration.ofSeconds(10))
                            .payload())
                    .contains("\"longestSeries\":5}");
        }
    }

    private static String secretPlace(Coach coach) {
        return coach.sessionType(Map.of("location", Map.of("kind", "online", "details", SECRET)));
    }

    @Test
    void only_its_coach_edits_and_removes_it() {
        Coach coach = Coach.atWork();
        String path = "/api/session-types/" + coach.sessionType(Map.of());
        Coach other = new Coach();
        other.request().body(Coach.sessionTypeBody(Map.of())).put(path).then().statusCode(403);
        other.request().delete(path).then().statusCode(403);
        var renamed = Coach.sessionTypeBody(Map.of("name", "Other"));
        coach.request()
                .header("If-Match", "\"9\"")
                .body(renamed)
                .put(path)
                .then()
                .statusCode(412);
        coach.request().body(renamed).put(path).then().statusCode(200).body("version", equalTo(2));
        coach.request().delete(path).then().statusCode(204);
        coach.request().get(path).then().statusCode(404);
        Coach.as("c").body(renamed).post("/api/session-types").then().statusCode(403);
    }

    @Test
    void an_edit_that_changes_free_times_is_announced_with_the_weeks_and_another_one_is_not() {
        Coach coach = Coach.atWork();
        String id = coach.sessionType(Map.of());
        edit(coach, id, Map.of("name", "Other"));
        edit(coach, id, Map.of("buffers", Map.of("beforeMinutes", 15, "afterMinutes", 0)));
        edit(coach, id, Map.of("description", "long", "buffers", Map.of("beforeMinutes", 15, "afterMinutes", 0)));
        coach.request().delete("/api/session-types/" + id).then().statusCode(204);
        try (KafkaProbe events = KafkaProbe.of(ServiceStack.bootstrapServers(), Topics.AVAILABILITY_EVENTS)) {
            events.await(m -> m.subject().equals(id) && m.sequence() == 5, Duration.ofSeconds(20));
            List<ReceivedMessage> all = events.allWithin(Duration.ofSeconds(1)).stream()
                    .filter(message -> message.subject().equals(id))
                    .toList();
            assertThat(all).extracting(ReceivedMessage::sequence).containsExactly(3L, 5L);
            int week = coach.date(14).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            assertThat(all.getFirst().payload()).contains(coach.id, "-W%02d".formatted(week));
            assertThat(all.getFirst().key()).isEqualTo(coach.id);
        }
    }

    private static void edit(Coach coach, String id, Map<String, ?> changed) {
        coach.request()
                .body(Coach.sessionTypeBody(changed))
                .put("/api/session-types/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void who_may_not_see_a_session_type_does_not_learn_of_it() {
        Coach coach = Coach.atWork();
        String path = "/api/session-types/" + coach.sessionType(Map.of("calendarVisibility", "connected"));
        RestAssured.get(path).then().statusCode(401);
        Coach.as("stranger").get(path).then().statusCode(404);
        coach.request().get(path).then().statusCode(200);
    }
}
