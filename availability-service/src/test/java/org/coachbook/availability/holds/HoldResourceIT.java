package org.coachbook.availability.holds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ObjectAssert;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Stack
class HoldResourceIT {
    private final String me = "client-" + UUID.randomUUID();

    @Test
    void a_held_time_is_busy_for_others_and_shown_to_its_owner() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        Instant start = coach.at(7, "10:00");
        String id = hold(me, coach, type, start).statusCode(201).extract().path("id");
        assertThat(coach.starts(Coach.as("other"), type, coach.date(7))).doesNotContain(start.toString());
        Coach.as(me)
                .get(coach.path("slots?sessionType=" + type + "&from=" + coach.date(7) + "&to=" + coach.date(7)))
                .then()
                .body("days[0].slots.findAll { it.heldByYou }.start", hasItem(start.toString()));
        Coach.as(me).get("/api/slots/holds/" + id).then().statusCode(200).body("start", equalTo(start.toString()));
        Coach.as("other").get("/api/slots/holds/" + id).then().statusCode(404);
        Coach.as("other").delete("/api/slots/holds/" + id).then().statusCode(404);
        Coach.as(me).delete("/api/slots/holds/" + id).then().statusCode(204);
        Coach.as(me).get("/api/slots/holds/" + id).then().statusCode(404);
        hold("other", coach, type, start).statusCode(201);
    }

    @Test
    void of_50_clients_one_holds_the_time_and_the_others_are_shown_the_nearest() throws Exception {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        Instant start = coach.at(7, "10:00");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Response>> all = IntStream.range(0, 50)
                    .<Callable<Response>>mapToObj(i ->
                            () -> hold(me + i, coach, type, start).extract().response())
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (var answer : threads.invokeAll(all)) {
                Response response = answer.get();
                statuses.add(response.statusCode());
                if (response.statusCode() == 409) {
                    assertThat(response.<String>path("reason")).isEqualTo("overlaps");
                    assertThat(response.<List<?>>path("nearest")).hasSize(3);
                }
            }
            assertThat(statuses).filteredOn(s -> s == 201).hasSize(1);
            assertThat(statuses).filteredOn(s -> s == 409).hasSize(49);
        }
    }

    @Test
    void the_nearest_times_of_who_holds_one_himself_include_it_and_those_of_others_do_not() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of("buffers", Map.of("beforeMinutes", 0, "afterMinutes", 0)));
        Instant mine = coach.at(7, "11:00");
        hold("other", coach, type, coach.at(7, "10:00")).statusCode(201);
        hold(me, coach, type, mine).statusCode(201);
        hold("third", coach, type, coach.at(7, "10:00"))
                .statusCode(409)
                .body("nearest", hasSize(3))
                .body("nearest.start", not(hasItem(mine.toString())));
        hold(me, coach, type, coach.at(7, "10:00")).statusCode(409).body("nearest.start", hasItem(mine.toString()));
    }

    @Test
    void who_holds_and_gives_back_too_often_learns_when_he_can_again() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        for (int n = 0; n < 10; n++) {
            String id = hold(me, coach, type, coach.at(7, "09:00"))
                    .statusCode(201)
                    .extract()
                    .path("id");
            Coach.as(me).delete("/api/slots/holds/" + id).then().statusCode(204);
        }
        hold(me, coach, type, coach.at(7, "09:00"))
                .statusCode(429)
                .body("type", equalTo("https://coachbook.org/problems/too-many-holds"))
                .body("detail", matchesPattern(".*10 times within an hour; you can again in (59|60) minutes\\."));
    }

    @Test
    void a_fourth_hold_is_one_too_many_and_an_overlapping_one_replaces() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        for (String time : List.of("09:00", "11:00", "13:00")) {
            hold(me, coach, type, coach.at(7, time)).statusCode(201);
        }
        hold(me, coach, type, coach.at(7, "15:00"))
                .statusCode(429)
                .body("type", equalTo("https://coachbook.org/problems/too-many-holds"));
        hold(me, coach, type, coach.at(7, "11:30")).statusCode(201);
        assertThat(coach.starts(Coach.as("other"), type, coach.date(7)))
                .contains(coach.at(7, "10:30").toString())
                .doesNotContain(coach.at(7, "11:30").toString());
    }

    @Test
    void the_same_key_is_the_same_hold() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        var body = body(coach, type, coach.at(7, "10:00"));
        String key = UUID.randomUUID().toString();
        String first = keyed(key, body).statusCode(201).extract().path("id");
        keyed(key, body).statusCode(201).body("id", equalTo(first));
        keyed(key, body(coach, type, coach.at(7, "12:00")))
                .statusCode(422)
                .body("type", equalTo("https://coachbook.org/problems/idempotency-key-reused"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2020-01-01T10:00:00Z, start", "2099-01-01T10:00:00Z, start", "soon, start"})
    void starts_that_no_calendar_could_have_are_bad_input(String start, String field) {
        Coach coach = Coach.atWork();
        var body = new HashMap<String, Object>(body(coach, coach.sessionType(Map.of()), Instant.EPOCH));
        body.put("start", start);
        refused(body, field);
    }

    @Test
    void off_the_grid_wrong_lengths_operators_and_unknown_fields_are_bad_input() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        refused(body(coach, type, coach.at(7, "10:05")), "start");
        var body = new HashMap<String, Object>(body(coach, type, coach.at(7, "10:00")));
        body.put("durationMinutes", 50);
        refused(body, "durationMinutes");
        body.put("durationMinutes", "60");
        refused(body, "durationMinutes");
        body.put("durationMinutes", 60);
        body.put("coachId", Map.of("$gt", ""));
        refused(body, "coachId");
        body.put("coachId", coach.id);
        body.put("owner", "me");
        refused(body, "owner");
    }

    @Test
    void what_depends_on_the_calendar_is_a_conflict_and_what_is_unknown_is_not_found() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        hold(me, coach, type, coach.at(7, "20:00"))
                .statusCode(409)
                .body("type", equalTo("https://coachbook.org/problems/slot-unavailable"))
                .body("reason", equalTo("outside_availability"))
                .body("nearest", hasSize(3));
        hold(me, coach, "no-such-type", coach.at(7, "10:00")).statusCode(404);
        hold(me, Coach.atWork(), type, coach.at(7, "10:00")).statusCode(404);
        String closed = coach.sessionType(Map.of("calendarVisibility", "private"));
        hold(me, coach, closed, coach.at(7, "10:00")).statusCode(404);
    }

    @Test
    void a_daily_cap_is_kept() {
        Coach coach = Coach.atWork(Map.of("maxSessionsPerDay", 1));
        String type = coach.sessionType(Map.of());
        hold("first", coach, type, coach.at(7, "10:00")).statusCode(201);
        hold(me, coach, type, coach.at(7, "14:00")).statusCode(409).body("reason", equalTo("daily_cap"));
        assertThat(coach.starts(Coach.as(me), type, coach.date(7))).isEmpty();
        hold(me, coach, type, coach.at(8, "14:00")).statusCode(201);
    }

    @Test
    void seats_of_one_session_are_held_by_as_many_as_it_has_and_shown_until_the_last_is_gone() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of("format", "group", "capacity", Map.of("min", 1, "max", 2)));
        Instant start = coach.at(7, "10:00");
        String first =
                hold("first", coach, type, start).statusCode(201).extract().path("id");
        seatsLeft(coach, type, "somebody", start).isEqualTo(List.of(1));
        seatsLeft(coach, type, "first", start).as("his own").isEqualTo(Arrays.asList((Object) null));
        hold("second", coach, type, start).statusCode(201);
        hold(me, coach, type, start).statusCode(409).body("reason", equalTo("overlaps"));
        seatsLeft(coach, type, me, start).isEqualTo(List.of());
        Coach.as("first").delete("/api/slots/holds/" + first).then().statusCode(204);
        hold(me, coach, type, start).statusCode(201);
    }

    private static ObjectAssert<Object> seatsLeft(Coach coach, String type, String viewer, Instant start) {
        Object left = Coach.as(viewer)
                .get(coach.path("slots?sessionType=" + type + "&from=" + coach.date(7) + "&to=" + coach.date(7)))
                .then()
                .statusCode(200)
                .extract()
                .path("days[0].slots.findAll { it.start == '" + start + "' }.seatsLeft");
        return assertThat(left);
    }

    private void refused(Map<String, ?> body, String field) {
        Coach.as(me).body(body).post("/api/slots/holds").then().statusCode(400).body("errors.field", hasItem(field));
    }

    private ValidatableResponse keyed(String key, Map<String, ?> body) {
        return Coach.as(me)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/slots/holds")
                .then();
    }

    private static Map<String, Object> body(Coach coach, String type, Instant start) {
        return Map.of("coachId", coach.id, "sessionTypeId", type, "start", start.toString());
    }

    private static ValidatableResponse hold(String client, Coach coach, String type, Instant start) {
        return Coach.as(client)
                .body(body(coach, type, start))
                .post("/api/slots/holds")
                .then();
    }
}
