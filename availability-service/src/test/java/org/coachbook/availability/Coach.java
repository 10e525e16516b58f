package org.coachbook.availability;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coachbook.testing.TestTokens;

/** A coach in Zurich who works from 08:00 to 20:00 on every day, as a client of the service under test. */
public final class Coach {
    public static final String ZONE = "Europe/Zurich";

    public final String id = "coach-" + UUID.randomUUID();

    /** A coach whose schedule is stored. */
    public static Coach atWork() {
        return atWork(Map.of());
    }

    /** The same with some fields of the schedule replaced. */
    public static Coach atWork(Map<String, ?> changed) {
        Coach coach = new Coach();
        coach.request()
                .body(schedule(changed))
                .put(coach.path("schedule"))
                .then()
                .statusCode(200);
        return coach;
    }

    public static Map<String, Object> schedule(Map<String, ?> changed) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "timeZone",
                ZONE,
                "weeklyHours",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> Map.of("day", day.name(), "from", "08:00", "to", "20:00"))
                        .toList(),
                "minimumNoticeMinutes",
                0,
                "bookingWindowDays",
                60,
                "slotStepMinutes",
                15));
        body.putAll(changed);
        return body;
    }

    /** A new session type of 30 to 120 minutes without buffers, with some fields replaced. */
    public String sessionType(Map<String, ?> changed) {
        return request()
                .body(sessionTypeBody(changed))
                .post("/api/session-types")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Map<String, Object> sessionTypeBody(Map<String, ?> changed) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name", "Career coaching",
                "format", "one_on_one",
                "duration", Map.of("default", 60, "min", 30, "max", 120, "step", 15),
                "buffers", Map.of("beforeMinutes", 0, "afterMinutes", 0),
                "bookingRules", Map.of("requireApprovalNonConnected", false)));
        body.putAll(changed);
        return body;
    }

    /** The local time on the date so many days ahead. */
    public Instant at(int daysAhead, String time) {
        return date(daysAhead)
                .atTime(LocalTime.parse(time))
                .atZone(ZoneId.of(ZONE))
                .toInstant();
    }

    public LocalDate date(int daysAhead) {
        return LocalDate.now(ZoneId.of(ZONE)).plusDays(daysAhead);
    }

    public String path(String rest) {
        return "/api/coaches/" + id + "/" + rest;
    }

    /** A request in the name of the coach. */
    public RequestSpecification request() {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(TestTokens.shared().user(id, "coach", "client"));
    }

    /** A request in the name of a client. */
    public static RequestSpecification as(String clientId) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(TestTokens.shared().user(clientId, "client"));
    }

    /** The starts of the free times on one date, seen by {@code viewer}. */
    public List<String> starts(RequestSpecification viewer, String sessionType, LocalDate date) {
        return viewer.queryParam("sessionType", sessionType)
                .queryParam("from", date.toString())
                .queryParam("to", date.toString())
                .get(path("slots"))
                .then()
                .statusCode(200)
                .extract()
                .path("days[0].slots.start");
    }
}
