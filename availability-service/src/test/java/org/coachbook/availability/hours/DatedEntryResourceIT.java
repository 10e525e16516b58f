package org.coachbook.availability.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Commands;
import org.coachbook.availability.Stack;
import org.coachbook.contracts.availability.ReserveSlot;
import org.junit.jupiter.api.Test;

@Stack
class DatedEntryResourceIT {
    @Test
    void dated_openings_and_closures_change_what_is_free() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        String date = coach.date(7).toString();
        String id = entry(coach, "closure", date + "T08:00", date + "T19:00", Map.of());
        assertThat(coach.starts(Coach.as("x"), type, coach.date(7)))
                .containsExactly(coach.at(7, "19:00").toString());
        entry(coach, "opening", date + "T20:00", date + "T21:00", Map.of());
        assertThat(coach.starts(Coach.as("x"), type, coach.date(7)))
                .as("windows that touch are one")
                .contains(coach.at(7, "19:30").toString(), coach.at(7, "20:00").toString());
        coach.request().delete("/api/bookings/availability/" + id).then().statusCode(204);
        assertThat(coach.starts(Coach.as("x"), type, coach.date(7)))
                .contains(coach.at(7, "08:00").toString());
        coach.request().get(coach.path("availability")).then().statusCode(200).body("items.kind", contains("opening"));
        Coach.as("x").get(coach.path("availability")).then().statusCode(403);
    }

    @Test
    void a_closure_for_one_session_type_leaves_the_others_open() {
        Coach coach = Coach.atWork();
        String closed = coach.sessionType(Map.of());
        String open = coach.sessionType(Map.of());
        String date = coach.date(7).toString();
        entry(coach, "closure", date + "T00:00", date + "T23:59", Map.of("sessionTypeIds", List.of(closed)));
        assertThat(coach.starts(Coach.as("x"), closed, coach.date(7))).isEmpty();
        String start = coach.at(7, "10:00").toString();
        assertThat(coach.starts(Coach.as("x"), open, coach.date(7))).contains(start);
        Coach.as("x")
                .body(Map.of("coachId", coach.id, "sessionTypeId", closed, "start", start))
                .post("/api/slots/holds")
                .then()
                .statusCode(409)
                .body("reason", equalTo("outside_availability"));
        Coach.as("x")
                .body(Map.of("coachId", coach.id, "sessionTypeId", open, "start", start))
                .post("/api/slots/holds")
                .then()
                .statusCode(201);
    }

    @Test
    void a_recurrence_that_cannot_be_kept_is_refused() {
        Coach coach = Coach.atWork();
        var body = new HashMap<String, Object>(Map.of(
                "kind", "opening", "start", "2027-03-01T18:00", "end", "2027-03-01T20:00", "timeZone", Coach.ZONE));
        body.put("recurrence", "FREQ=HOURLY");
        coach.request()
                .body(body)
                .post("/api/bookings/availability")
                .then()
                .statusCode(400)
                .body("errors.field", contains("recurrence"));
        body.put("recurrence", "FREQ=WEEKLY;INTERVAL=2;COUNT=6");
        body.put("exceptDates", List.of("2027-03-15"));
        coach.request()
                .body(body)
                .post("/api/bookings/availability")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/bookings/availability/"))
                .body("start", equalTo("2027-03-01T18:00"))
                .body("exceptDates", contains("2027-03-15"));
    }

    @Test
    void an_entry_is_replaced_unless_it_is_another_one_by_now() {
        Coach coach = Coach.atWork();
        String date = coach.date(7).toString();
        String path =
                "/api/bookings/availability/" + entry(coach, "closure", date + "T08:00", date + "T10:00", Map.of());
        Map<String, Object> longer = closure(date + "T08:00", date + "T12:00", Map.of());
        String tag = coach.request()
                .header("If-Match", "\"2\"")
                .body(longer)
                .put(path)
                .then()
                .statusCode(200)
                .body("end", equalTo(date + "T12:00"))
                .header("ETag", "\"3\"")
                .extract()
                .header("ETag");
        assertThat(coach.starts(Coach.as("x"), coach.sessionType(Map.of()), coach.date(7)))
                .startsWith(coach.at(7, "12:00").toString());
        coach.request()
                .header("If-Match", "\"2\"")
                .body(longer)
                .put(path)
                .then()
                .statusCode(412);
        coach.request().header("If-Match", "\"2\"").delete(path).then().statusCode(412);
        coach.request().header("If-Match", tag).delete(path).then().statusCode(204);
        coach.request().body(longer).put(path).then().statusCode(404);
    }

    @Test
    void an_entry_names_the_coachs_own_session_types_and_dates_that_can_be_kept() {
        Coach coach = Coach.atWork();
        String own = coach.sessionType(Map.of());
        String date = coach.date(7).toString();
        String id = entry(coach, "closure", date + "T08:00", date + "T10:00", Map.of("sessionTypeIds", List.of(own)));
        for (String foreign : List.of(Coach.atWork().sessionType(Map.of()), "no-such-type")) {
            var body =
                    closure(date + "T08:00", date + "T10:00", Map.of("sessionTypeIds", List.of(own, foreign, foreign)));
            String path = "/api/bookings/availability";
            refused(coach.request().body(body).post(path), "sessionTypeIds");
            refused(coach.request().body(body).post(path + "/preview"), "sessionTypeIds");
            refused(coach.request().body(body).put(path + "/" + id), "sessionTypeIds");
        }
        var far = closure(date + "T08:00", date + "T10:00", Map.of("exceptDates", List.of("+999999999-12-31")));
        refused(coach.request().body(far).post("/api/bookings/availability"), "exceptDates");
    }

    @Test
    void an_entry_is_read_alone_or_listed_with_the_version_that_edits_it() {
        Coach coach = Coach.atWork();
        String date = coach.date(7).toString();
        Map<String, Object> body = closure(date + "T08:00", date + "T10:00", Map.of());
        String path = coach.request()
                .body(body)
                .post("/api/bookings/availability")
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .extract()
                .header("Location");
        coach.request().get(coach.path("availability")).then().body("items.version", contains(2));
        coach.request()
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2))
                .body("start", equalTo(date + "T08:00"));
        coach.request().get(path + "x").then().statusCode(404);
        new Coach().request().get(path).then().statusCode(404);
    }

    @Test
    void an_entry_that_is_the_same_already_keeps_its_version() {
        Coach coach = Coach.atWork();
        String date = coach.date(7).toString();
        Map<String, Object> body = closure(date + "T08:00", date + "T10:00", Map.of());
        String path =
                "/api/bookings/availability/" + entry(coach, "closure", date + "T08:00", date + "T10:00", Map.of());
        coach.request().body(body).put(path).then().statusCode(200).header("ETag", "\"2\"");
        coach.request().get(coach.path("schedule")).then().header("ETag", "\"2\"");
        coach.request().header("If-Match", "\"1\"").body(body).put(path).then().statusCode(412);
    }

    @Test
    void times_in_no_near_century_are_refused_with_their_field() {
        Coach coach = Coach.atWork();
        String path = "/api/bookings/availability";
        String far = "+999999999-12-31T23:59";
        String near = coach.date(7) + "T08:00";
        refused(coach.request().body(closure(far, far, Map.of())).post(path), "start", "end", "end");
        refused(coach.request().body(closure(near, far, Map.of())).post(path), "end", "end");
        refused(
                coach.request()
                        .body(closure("-" + far.substring(1), near, Map.of()))
                        .post(path),
                "start",
                "end");
        refused(coach.request().body(closure(far, near, Map.of())).post(path + "/preview"), "start", "end");
        Map<String, Object> exactly = closure(near, coach.date(407) + "T08:00", Map.of());
        coach.request().body(exactly).post(path + "/preview").then().statusCode(200);
    }

    @Test
    void a_rule_that_occurs_once_in_a_million_years_is_refused_at_once() {
        Coach coach = Coach.atWork();
        Map<String, Object> body = closure(
                coach.date(7) + "T08:00",
                coach.date(7) + "T10:00",
                Map.of("recurrence", "FREQ=DAILY;INTERVAL=2147483647"));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            refused(coach.request().body(body).post("/api/bookings/availability"), "recurrence");
            refused(coach.request().body(body).post("/api/bookings/availability/preview"), "recurrence");
        });
    }

    @Test
    void a_session_type_that_is_null_is_refused_with_a_true_sentence() {
        Coach coach = Coach.atWork();
        String date = coach.date(7).toString();
        Map<String, Object> body =
                closure(date + "T08:00", date + "T10:00", Map.of("sessionTypeIds", Collections.singletonList(null)));
        coach.request()
                .body(body)
                .post("/api/bookings/availability")
                .then()
                .statusCode(400)
                .body("errors.message", contains("must not have null among its entries"));
    }

    private static void refused(Response answer, String... fields) {
        answer.then().statusCode(400).body("errors.field", contains(fields));
    }

    @Test
    void a_closure_is_answered_with_what_lies_in_it_and_before_it_is_made_as_well() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        String other = coach.sessionType(Map.of());
        hold(coach, type, "c1", coach.at(7, "10:00"));
        hold(coach, other, "c2", coach.at(9, "10:00"));
        hold(coach, type, "c3", coach.at(11, "10:00"));
        ReserveSlot booked = Commands.reserve(coach, type, "c4", coach.at(10, "15:00"), null, true);
        try (Commands commands = new Commands()) {
            commands.answerTo(booked, coach.id);
        }
        Map<String, Object> vacation =
                closure(coach.date(7) + "T10:30", coach.date(11) + "T10:00", Map.of("timeZone", Coach.ZONE));
        assertThat(clients(coach, "/preview", vacation, 200)).containsExactly("c1", "c2", "c4");
        assertThat(coach.starts(Coach.as("x"), type, coach.date(8))).isNotEmpty();
        assertThat(clients(coach, "", vacation, 201)).containsExactly("c1", "c2", "c4");
        assertThat(coach.starts(Coach.as("x"), type, coach.date(8))).isEmpty();

        Map<String, Object> forOne = closure(
                coach.date(8) + "T00:00",
                coach.date(8) + "T23:00",
                Map.of("recurrence", "FREQ=DAILY;COUNT=4", "sessionTypeIds", List.of(type)));
        var inside = coach.request()
                .body(forOne)
                .post("/api/bookings/availability")
                .then()
                .statusCode(201);
        inside.body("inside.clientId", contains("c4", "c3"))
                .body("inside.kind", contains("confirmed", "held"))
                .body("inside.bookingId", contains(booked.bookingId(), null));
        coach.request().get(coach.path("availability")).then().body("items[0]", not(hasKey("inside")));
        assertThat(clients(coach, "/preview", opening(vacation), 200)).isEmpty();
    }

    private static Map<String, Object> opening(Map<String, Object> closure) {
        Map<String, Object> opening = new HashMap<>(closure);
        opening.put("kind", "opening");
        return opening;
    }

    private static List<String> clients(Coach coach, String path, Map<String, Object> body, int status) {
        return coach.request()
                .body(body)
                .post("/api/bookings/availability" + path)
                .then()
                .statusCode(status)
                .extract()
                .path("inside.clientId");
    }

    private static void hold(Coach coach, String type, String client, Instant start) {
        Coach.as(client)
                .body(Map.of("coachId", coach.id, "sessionTypeId", type, "start", start.toString()))
                .post("/api/slots/holds")
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> closure(String start, String end, Map<String, ?> more) {
        var body = new HashMap<String, Object>(
                Map.of("kind", "closure", "start", start, "end", end, "timeZone", Coach.ZONE));
        body.putAll(more);
        return body;
    }

    private static String entry(Coach coach, String kind, String start, String end, Map<String, ?> more) {
        var body =
                new HashMap<String, Object>(Map.of("kind", kind, "start", start, "end", end, "timeZone", Coach.ZONE));
        body.putAll(more);
        return coach.request()
                .body(body)
                .post("/api/bookings/availability")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
