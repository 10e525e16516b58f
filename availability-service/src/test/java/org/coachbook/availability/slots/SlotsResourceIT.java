package org.coachbook.availability.slots;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.mongodb.client.MongoClient;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Stack;
import org.coachbook.testing.ServiceStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Stack
class SlotsResourceIT {
    @Inject
    MongoClient mongo;

    @Test
    void every_date_is_listed_and_anybody_may_look_at_a_public_calendar() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        RestAssured.get(coach.path("slots?sessionType=" + type + "&from=" + coach.date(-1) + "&to=" + coach.date(3)))
                .then()
                .statusCode(200)
                .body("timeZone", equalTo(Coach.ZONE))
                .body("days", hasSize(5))
                .body("days[0].slots", hasSize(0))
                .body("days[4].slots", hasSize(45))
                .body("days[4].slots.heldByYou", everyItem(nullValue()))
                .body("nextAvailable", nullValue())
                .body("checkedAt", notNullValue());
    }

    @Test
    void a_slot_belongs_to_the_viewers_date_of_its_start() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        String date = coach.date(7).toString();
        List<String> starts = RestAssured.get(coach.path(
                        "slots?sessionType=" + type + "&from=" + date + "&to=" + date + "&zone=Pacific/Kiritimati"))
                .then()
                .statusCode(200)
                .body("timeZone", equalTo("Pacific/Kiritimati"))
                .extract()
                .path("days[0].slots.start");
        assertThat(starts).isNotEmpty().doesNotContain(coach.at(7, "19:00").toString());
    }

    @Test
    void where_nothing_is_free_the_next_free_time_is_named() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        RestAssured.get(coach.path("slots?sessionType=" + type + "&from=" + coach.date(-5) + "&to=" + coach.date(-4)))
                .then()
                .statusCode(200)
                .body("nextAvailable.start", notNullValue())
                .body("nextAvailable.end", notNullValue());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "from=2027-03-01&to=2027-05-02, to",
        "from=2027-03-02&to=2027-03-01, to",
        "from=2027-13-01&to=2027-03-01, from",
        "from=2027-03-01, to",
        "from=2027-03-01&to=2027-03-02&zone=Mars/Olympus, zone",
        "from=2027-03-01&to=2027-03-02&duration=50, duration",
        "from=2027-03-01&to=2027-03-02&duration=soon, duration",
        "from=2027-03-01&to=2027-03-02&duration=60&duration=50, duration",
        "from=2027-03-01&to=2027-03-02&duration=60&duration=60&duration=60&duration=60&duration=60&duration=60,"
                + " duration",
        "from=2027-03-01&to=2027-03-02&order=asc, order"
    })
    void what_is_wrong_is_refused_with_the_parameters_name(String query, String field) {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        RestAssured.get(coach.path("slots?sessionType=" + type + "&" + query))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }

    @Test
    void several_session_types_and_lengths_are_searched_at_once_and_each_slot_says_what_it_is_for() {
        Coach coach = Coach.atWork();
        Map<String, Integer> lengths = Map.of("default", 60, "min", 30, "max", 90, "step", 30);
        String talk = coach.sessionType(Map.of("duration", lengths));
        String check = coach.sessionType(Map.of("duration", Map.of("default", 30, "min", 30, "max", 30, "step", 30)));
        String date = coach.date(7).toString();
        String query = "sessionType=" + talk + "&sessionType=" + check + "&duration=30&duration=90&from=" + date
                + "&to=" + date;
        var found = RestAssured.get(coach.path("slots?" + query)).then().statusCode(200);
        List<Map<String, Object>> slots = found.extract().path("days[0].slots");
        assertThat(slots)
                .extracting(slot -> slot.get("sessionTypeId") + " " + slot.get("durationMinutes"))
                .containsOnly(talk + " 30", talk + " 90", check + " 30");
        assertThat(slots).extracting(slot -> String.valueOf(slot.get("start"))).isSorted();
        for (String each : List.of(talk + "&duration=30", talk + "&duration=90", check + "&duration=30")) {
            int minutes = Integer.parseInt(each.replaceFirst(".*=", ""));
            List<String> alone = RestAssured.get(
                            coach.path("slots?sessionType=" + each + "&from=" + date + "&to=" + date))
                    .path("days[0].slots.start");
            assertThat(slots)
                    .filteredOn(slot -> each.startsWith(slot.get("sessionTypeId") + "&")
                            && Objects.equals(slot.get("durationMinutes"), minutes))
                    .extracting(slot -> String.valueOf(slot.get("start")))
                    .isEqualTo(alone);
        }
    }

    @Test
    void of_two_session_types_the_one_that_has_the_length_is_named() {
        Coach coach = Coach.atWork();
        String talk = coach.sessionType(Map.of());
        String check = coach.sessionType(Map.of("duration", Map.of("default", 30, "min", 30, "max", 30, "step", 30)));
        String date = coach.date(7).toString();
        String types = "sessionType=" + talk + "&sessionType=" + check;
        RestAssured.get(coach.path("slots?" + types + "&duration=90&from=" + date + "&to=" + date))
                .then()
                .statusCode(200)
                .body("days[0].slots.sessionTypeId", everyItem(equalTo(talk)))
                .body("days[0].slots.durationMinutes", everyItem(equalTo(90)))
                .body("days[0].slots", not(empty()));
    }

    @Test
    void the_overview_counts_what_the_search_finds() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        hold(coach, type);
        String query = "sessionType=" + type + "&from=" + coach.date(-1) + "&to=" + coach.date(30);
        List<List<Object>> slots = RestAssured.get(coach.path("slots?" + query)).path("days.slots");
        RestAssured.get(coach.path("slots/days?" + query))
                .then()
                .statusCode(200)
                .body("timeZone", equalTo(Coach.ZONE))
                .body("days", hasSize(32))
                .body("days[0].date", equalTo(coach.date(-1).toString()))
                .body("days.free", equalTo(slots.stream().map(List::size).toList()))
                .body("checkedAt", notNullValue());
        assertThat(slots.get(8)).hasSizeLessThan(slots.get(7).size());
    }

    @Test
    void a_private_calendar_is_not_found_and_nobody_has_to_sign_in_first() {
        Coach coach = Coach.atWork(Map.of("calendarVisibility", "private"));
        String type = coach.sessionType(Map.of());
        String dates = "from=" + coach.date(1) + "&to=" + coach.date(1);
        String path = coach.path("slots?sessionType=" + type + "&" + dates);
        RestAssured.get(path).then().statusCode(401);
        Coach.as("x").get(path).then().statusCode(404);
        Coach.as("x").get(path.replace("slots?", "slots/days?")).then().statusCode(404);
        Coach.as("x").get(coach.path("calendar?" + dates)).then().statusCode(404);
        coach.request().get(path).then().statusCode(200);
        invite(coach, "x");
        Coach.as("x").get(path).then().statusCode(200);
        String unknown = coach.path("slots?sessionType=no-such-type&" + dates);
        Coach.as("x").get(unknown).then().statusCode(404);
    }

    @Test
    void busy_times_are_opaque_for_others_and_named_for_the_coach() {
        Coach coach = Coach.atWork();
        hold(coach, coach.sessionType(Map.of("buffers", Map.of("beforeMinutes", 15, "afterMinutes", 30))));
        String path = coach.path("calendar?from=" + coach.date(7) + "&to=" + coach.date(7));
        var seen = RestAssured.get(path).then().statusCode(200);
        seen.body("open[0].start", equalTo(coach.at(7, "08:00").toString()));
        seen.body("busy[0].start", equalTo(coach.at(7, "09:45").toString()));
        seen.body("busy[0].end", equalTo(coach.at(7, "11:30").toString()));
        seen.body("busy[0].clientId", nullValue());
        var own = coach.request().get(path).then().statusCode(200);
        own.body("busy[0].start", equalTo(coach.at(7, "10:00").toString()));
        own.body("busy[0].kind", equalTo("held"));
        own.body("busy[0].clientId", equalTo("x"));
    }

    @Test
    void an_opening_for_what_somebody_may_not_see_is_not_shown_to_him() {
        Coach coach = Coach.atWork();
        opening(coach, coach.sessionType(Map.of("calendarVisibility", "private")), "21:00");
        opening(coach, coach.sessionType(Map.of("active", false)), "22:00");
        opening(coach, coach.sessionType(Map.of()), "23:00");
        String path = coach.path("calendar?from=" + coach.date(7) + "&to=" + coach.date(7));
        assertThat(opened(RestAssured.given(), path)).containsExactly(at(coach, "08:00"), at(coach, "23:00"));
        assertThat(opened(Coach.as("x"), path)).containsExactly(at(coach, "08:00"), at(coach, "23:00"));
        invite(coach, "x");
        assertThat(opened(Coach.as("x"), path))
                .containsExactly(at(coach, "08:00"), at(coach, "21:00"), at(coach, "23:00"));
        assertThat(opened(coach.request(), path))
                .containsExactly(at(coach, "08:00"), at(coach, "21:00"), at(coach, "22:00"), at(coach, "23:00"));
    }

    @Test
    void the_next_free_time_of_many_session_types_and_lengths_is_searched_for_at_once() {
        Coach coach = Coach.atWork(Map.of("weeklyHours", List.of()));
        String types = IntStream.range(0, 10)
                .mapToObj(_ -> "&sessionType=" + coach.sessionType(Map.of()))
                .collect(Collectors.joining());
        String query = "slots?from=" + coach.date(1) + "&to=" + coach.date(1) + "&duration=30&duration=60&duration=90";
        var database = mongo.getDatabase(ServiceStack.database());
        database.runCommand(new Document("profile", 2));
        RestAssured.get(coach.path(query + types)).then().statusCode(200).body("nextAvailable", nullValue());
        database.runCommand(new Document("profile", 0));
        long reads = database.getCollection("system.profile")
                .countDocuments(and(eq("command.find", "externalCalendars"), eq("command.filter.coachId", coach.id)));
        assertThat(reads).as("of 60 days, 28 at once").isBetween(2L, 4L);
    }

    @Test
    void what_could_have_more_starts_than_one_session_type_in_62_days_is_refused_before_it_is_searched() {
        Coach coach = Coach.atWork(Map.of("slotStepMinutes", 5));
        String one = "sessionType=" + coach.sessionType(Map.of());
        String two = one + "&sessionType=" + coach.sessionType(Map.of());
        asked(coach, one, 62).statusCode(200).body("days", hasSize(62)).body("days[1].slots", hasSize(133));
        asked(coach, two, 31).statusCode(200).body("days", hasSize(31));
        for (String beyond : List.of(two, one + "&duration=60&duration=90")) {
            asked(coach, beyond, 32)
                    .statusCode(400)
                    .body("errors.field", equalTo(List.of("to")))
                    .body("errors[0].message", containsString("fewer days, session types or lengths"));
        }
        asked(coach, one + "&duration=60&duration=90", 31).statusCode(200);
        coach.request()
                .body(Coach.schedule(Map.of("slotStepMinutes", 15)))
                .put(coach.path("schedule"))
                .then()
                .statusCode(200);
        asked(coach, two, 62).statusCode(200);
    }

    private static ValidatableResponse asked(Coach coach, String what, int days) {
        String dates = "&from=" + coach.date(1) + "&to=" + coach.date(days);
        return RestAssured.get(coach.path("slots?" + what + dates)).then();
    }

    private static String at(Coach coach, String time) {
        return coach.at(7, time).toString();
    }

    private static List<String> opened(RequestSpecification viewer, String path) {
        return viewer.get(path).then().statusCode(200).extract().path("open.start");
    }

    private static void opening(Coach coach, String type, String from) {
        Map<String, Object> body = Map.of(
                "kind",
                "opening",
                "start",
                coach.date(7) + "T" + from,
                "end",
                coach.date(7) + "T" + from.replace(":00", ":30"),
                "timeZone",
                Coach.ZONE,
                "sessionTypeIds",
                List.of(type));
        coach.request().body(body).post("/api/bookings/availability").then().statusCode(201);
    }

    private static void hold(Coach coach, String type) {
        String start = coach.at(7, "10:00").toString();
        Coach.as("x")
                .body(Map.of("coachId", coach.id, "sessionTypeId", type, "start", start))
                .post("/api/slots/holds")
                .then()
                .statusCode(201);
    }

    private static void invite(Coach coach, String client) {
        String id = coach.request()
                .body(Map.of("clientId", client))
                .post("/api/connections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Coach.as(client).post("/api/connections/" + id + "/accept").then().statusCode(200);
    }
}
