package org.coachbook.availability.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Stack;
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
