package org.coachbook.availability.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Stack;
import org.coachbook.contracts.Topics;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ServiceStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Stack
class ScheduleResourceIT {
    @Test
    void a_schedule_is_stored_with_defaults_and_overlapping_hours_merged() {
        Coach coach = new Coach();
        var hours = List.of(
                Map.of("day", "MONDAY", "from", "13:00", "to", "24:00"),
                Map.of("day", "MONDAY", "from", "09:00", "to", "12:30"),
                Map.of("day", "MONDAY", "from", "12:00", "to", "13:00"));
        coach.request()
                .body(Map.of("timeZone", "Asia/Kolkata", "weeklyHours", hours))
                .put(coach.path("schedule"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("weeklyHours.from", contains("09:00"))
                .body("weeklyHours.to", contains("24:00"))
                .body("minimumNoticeMinutes", equalTo(120))
                .body("bookingWindowDays", equalTo(60))
                .body("slotStepMinutes", equalTo(15))
                .body("calendarVisibility", equalTo("public"));
        coach.request().get(coach.path("schedule")).then().statusCode(200).body("timeZone", equalTo("Asia/Kolkata"));
    }

    @Test
    void fixed_dates_can_be_booked_instead_of_a_number_of_days() {
        Coach sample = new Coach();
        String first = sample.date(100).toString();
        String last = sample.date(101).toString();
        Coach coach = Coach.atWork(Map.of("bookingWindow", Map.of("from", first, "to", last)));
        coach.request()
                .get(coach.path("schedule"))
                .then()
                .body("bookingWindow", equalTo(Map.of("from", first, "to", last)));
        try (KafkaProbe probe = KafkaProbe.of(ServiceStack.bootstrapServers(), Topics.SCHEDULE_CHANGES)) {
            assertThat(probe.await("availability.schedule-changed.v1", coach.id, Duration.ofSeconds(20))
                            .payload())
                    .contains("\"bookingWindowDays\":101")
                    .contains("\"bookingWindow\":{\"from\":\"" + first + "\",\"to\":\"" + last + "\"}");
        }
        String type = coach.sessionType(Map.of());
        RestAssured.get(coach.path(
                        "slots/days?sessionType=" + type + "&from=" + coach.date(99) + "&to=" + coach.date(102)))
                .then()
                .body("days.free", contains(0, 45, 45, 0));
        for (int day : List.of(99, 102)) {
            Coach.as("x")
                    .body(Map.of(
                            "coachId",
                            coach.id,
                            "sessionTypeId",
                            type,
                            "start",
                            coach.at(day, "10:00").toString()))
                    .post("/api/slots/holds")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("start"));
        }
        coach.request()
                .body(Coach.schedule(Map.of()))
                .put(coach.path("schedule"))
                .then()
                .statusCode(200);
        coach.request().get(coach.path("schedule")).then().body("bookingWindow", nullValue());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"timeZone\": \"Europe/Zurch\"} | timeZone",
                "{\"timeZone\": \"+01:00\"} | timeZone",
                "{} | timeZone",
                "{\"timeZone\": {\"$gt\": \"\"}} | timeZone",
                "{\"timeZone\": \"UTC\", \"slotStepMinutes\": 7} | slotStepMinutes",
                "{\"timeZone\": \"UTC\", \"slotStepMinutes\": 245} | slotStepMinutes",
                "{\"timeZone\": \"UTC\", \"slotStepMinutes\": \"15\"} | slotStepMinutes",
                "{\"timeZone\": \"UTC\", \"bookingWindowDays\": 0} | bookingWindowDays",
                "{\"timeZone\": \"UTC\", \"bookingWindowDays\": 731} | bookingWindowDays",
                "{\"timeZone\": \"UTC\", \"bookingWindow\": {\"from\": \"2027-03-02\", \"to\": \"2027-03-01\"}} |"
                        + " bookingWindow.to",
                "{\"timeZone\": \"UTC\", \"bookingWindow\": {\"from\": \"2027-03-02\"}} | bookingWindow.to",
                "{\"timeZone\": \"UTC\", \"bookingWindow\": {\"from\": \"soon\", \"to\": \"2027-03-01\"}} |"
                        + " bookingWindow.from",
                "{\"timeZone\": \"UTC\", \"maxSessionsPerDay\": 0} | maxSessionsPerDay",
                "{\"timeZone\": \"UTC\", \"calendarVisibility\": \"PUBLIC\"} | calendarVisibility",
                "{\"timeZone\": \"UTC\", \"owner\": \"me\"} | owner",
                "{\"timeZone\": \"UTC\", \"weeklyHours\": [{\"day\": \"MONDAY\", \"from\": \"10:00\", \"to\":"
                        + " \"09:00\"}]} | weeklyHours[0].to",
                "{\"timeZone\": \"UTC\", \"weeklyHours\": [{\"day\": \"MONDAY\", \"from\": \"24:00\", \"to\":"
                        + " \"24:00\"}]} | weeklyHours[0].from",
                "{\"timeZone\": \"UTC\", \"weeklyHours\": [{\"day\": \"MONDAY\", \"from\": \"9:00\", \"to\":"
                        + " \"10:00\"}]} | weeklyHours[0].from",
                "{\"timeZone\": \"UTC\", \"weeklyHours\": [null]} | weeklyHours[0]"
            })
    void what_is_wrong_is_refused_with_the_fields_name(String body, String field) {
        Coach coach = new Coach();
        coach.request()
                .body(body)
                .put(coach.path("schedule"))
                .then()
                .statusCode(400)
                .body("type", equalTo("https://coachbook.org/problems/validation-failed"))
                .body("errors.field", hasItem(field));
    }

    @Test
    void fixed_dates_end_within_three_years() {
        Coach coach = new Coach();
        String today = coach.date(0).toString();
        for (String to : List.of(coach.date(1100).toString(), "9999-12-31", "+999999999-12-31")) {
            put(coach, Map.of("from", today, "to", to))
                    .statusCode(400)
                    .body("errors.field", contains("bookingWindow.to"));
        }
        put(coach, Map.of("from", "-999999999-01-01", "to", today))
                .statusCode(400)
                .body("errors.field", contains("bookingWindow.from"));
        put(coach, Map.of("from", today, "to", coach.date(1090).toString())).statusCode(200);
    }

    @Test
    void fixed_dates_are_not_wholly_past_on_the_coachs_own_calendar() {
        Coach coach = new Coach();
        String yesterday = coach.date(-1).toString();
        put(coach, Map.of("from", yesterday, "to", yesterday))
                .statusCode(400)
                .body("errors.field", contains("bookingWindow.to"));
        put(coach, Map.of("from", yesterday, "to", coach.date(0).toString())).statusCode(200);
    }

    @Test
    void a_schedule_that_is_the_same_already_keeps_its_version() {
        Coach coach = Coach.atWork();
        Map<String, Object> same = Coach.schedule(Map.of());
        coach.request()
                .body(same)
                .put(coach.path("schedule"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        coach.request()
                .header("If-Match", "\"7\"")
                .body(same)
                .put(coach.path("schedule"))
                .then()
                .statusCode(412);
        coach.request().get(coach.path("schedule")).then().header("ETag", "\"1\"");
    }

    private static ValidatableResponse put(Coach coach, Map<String, String> window) {
        return coach.request()
                .body(Coach.schedule(Map.of("bookingWindow", window)))
                .put(coach.path("schedule"))
                .then();
    }

    @Test
    void an_edit_on_top_of_another_is_refused_when_it_says_what_it_edits() {
        Coach coach = Coach.atWork();
        var body = Coach.schedule(Map.of("slotStepMinutes", 30));
        coach.request()
                .header("If-Match", "\"7\"")
                .body(body)
                .put(coach.path("schedule"))
                .then()
                .statusCode(412);
        coach.request()
                .header("If-Match", "\"1\"")
                .body(body)
                .put(coach.path("schedule"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    @Test
    void a_schedule_is_its_owners() {
        Coach coach = Coach.atWork();
        Coach.as("client").get(coach.path("schedule")).then().statusCode(403);
        Coach.as("client")
                .body(Coach.schedule(Map.of()))
                .put(coach.path("schedule"))
                .then()
                .statusCode(403);
        Coach.as("client").get(new Coach().path("schedule")).then().statusCode(404);
        RestAssured.get(coach.path("schedule")).then().statusCode(401);
    }

    @Test
    void an_edit_is_announced() {
        Coach coach = Coach.atWork();
        try (KafkaProbe facts = KafkaProbe.of(ServiceStack.bootstrapServers(), "schedule.changes");
                KafkaProbe events = KafkaProbe.of(ServiceStack.bootstrapServers(), "availability.events")) {
            var fact = facts.await("availability.schedule-changed.v1", coach.id, Duration.ofSeconds(10));
            assertThat(fact.key()).isEqualTo(coach.id);
            assertThat(fact.payload()).contains("\"timeZone\":\"Europe/Zurich\"", "\"version\":1");
            var event = events.await("availability.changed.v1", coach.id, Duration.ofSeconds(10));
            assertThat(event.sequence()).isEqualTo(fact.sequence() + 1);
        }
    }
}
