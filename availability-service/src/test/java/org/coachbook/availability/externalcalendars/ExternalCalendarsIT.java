package org.coachbook.availability.externalcalendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Commands;
import org.coachbook.availability.Stack;
import org.coachbook.contracts.availability.Alternative;
import org.coachbook.contracts.availability.OfferAlternatives;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.testing.ServiceStack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Stack
class ExternalCalendarsIT {
    private final CalendarServer server = new CalendarServer();
    private Coach coach = new Coach();
    private String type = "";

    @Inject
    @Nullable
    MongoClient mongo;

    @Inject
    @Nullable
    ExternalCalendarRepository calendars;

    @BeforeEach
    void coach() {
        coach = Coach.atWork();
        type = coach.sessionType(Map.of("buffers", Map.of("beforeMinutes", 30, "afterMinutes", 15)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void its_events_are_busy_times_with_the_sessions_buffers_around_them() {
        server.publish(event(coach.at(7, "10:00"), 60));
        add().statusCode(201).body("name", equalTo("127.0.0.1")).body("checked", equalTo(true));
        assertThat(starts()).contains(at("08:45"), at("11:30")).doesNotContain(at("09:00"), at("10:00"), at("11:15"));
        hold("09:00").statusCode(409).body("reason", equalTo("overlaps")).body("nearest.start", hasItem(at("08:45")));
        hold("11:30").statusCode(201);
        String day = coach.path("calendar?from=" + coach.date(7) + "&to=" + coach.date(7));
        coach.request()
                .get(day)
                .then()
                .body("externalChecked", equalTo(true))
                .body("busy[0].kind", equalTo("external"))
                .body("busy[0].start", equalTo(at("10:00")));
        RestAssured.get(day)
                .then()
                .body("busy[0].start", equalTo(at("10:00")))
                .body("busy[0].kind", nullValue())
                .body("$", not(hasKey("externalChecked")));
    }

    @Test
    void a_booking_is_refused_there_and_one_that_stands_is_not_undone() {
        add().statusCode(201);
        try (Commands commands = new Commands()) {
            ReserveSlot first = Commands.reserve(coach, type, "c1", coach.at(7, "10:00"), null, true);
            assertThat(commands.answerTo(first, coach.id).type()).endsWith("slot-reserved.v1");
            server.publish(event(coach.at(7, "10:00"), 180));
            awaitStarts(starts -> !starts.contains(at("12:00")));
            ReserveSlot second = Commands.reserve(coach, type, "c2", coach.at(7, "12:00"), null, true);
            var refused = commands.answerTo(second, coach.id);
            assertThat(refused.type()).endsWith("slot-refused.v1");
            assertThat(refused.payload()).contains("overlaps");
            assertThat(commands.answerTo(first, coach.id).type()).endsWith("slot-reserved.v1");
            var move = Commands.move(first, second.start(), true);
            assertThat(commands.answerTo(move, coach.id).payload()).contains("overlaps");
            var offer = new OfferAlternatives(
                    second.bookingId(),
                    coach.id,
                    "c2",
                    type,
                    60,
                    List.of(new Alternative(second.bookingId() + ":2", second.start())),
                    null,
                    null,
                    second.expiresAt(),
                    null);
            assertThat(commands.answerTo(offer, coach.id).payload()).contains("overlaps");
        }
    }

    @Test
    void while_it_cannot_be_read_only_what_was_taken_before_is_booked() {
        String id = add().statusCode(201).extract().path("id");
        Map<String, Object> held = Map.of("coachId", coach.id, "sessionTypeId", type, "start", at("10:00"));
        String hold = Coach.as("c1")
                .body(held)
                .post("/api/slots/holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        try (Commands commands = new Commands()) {
            ReserveSlot first = Commands.reserve(coach, type, "c2", coach.at(7, "14:00"), null, true);
            assertThat(commands.answerTo(first, coach.id).type()).endsWith("slot-reserved.v1");
            neverReadAgain(id);

            ReserveSlot other = Commands.reserve(coach, type, "c3", coach.at(7, "17:00"), null, true);
            ReserveSlot stolen = Commands.reserve(coach, type, "c3", coach.at(7, "10:00"), hold, true);
            var offer = new OfferAlternatives(
                    first.bookingId(),
                    coach.id,
                    "c2",
                    type,
                    60,
                    List.of(new Alternative(first.bookingId() + ":3", other.start())),
                    null,
                    null,
                    first.expiresAt(),
                    first.reservationId());
            for (Record refused : List.of(other, stolen, Commands.move(first, other.start(), true), offer)) {
                assertThat(commands.answerTo(refused, coach.id).payload())
                        .contains("\"reason\":\"calendar_not_checked\"")
                        .doesNotContain("\"start\"");
            }
            assertThat(commands.answerTo(first, coach.id).type())
                    .as("once more")
                    .endsWith("slot-reserved.v1");
            ReserveSlot taken = Commands.reserve(coach, type, "c1", coach.at(7, "10:00"), hold, true);
            assertThat(commands.answerTo(taken, coach.id).type()).endsWith("slot-reserved.v1");
        }
    }

    private void neverReadAgain(String id) {
        server.answer(404, "");
        await().untilAsserted(() -> list().body("items[0].trouble", equalTo("refused")));
        document(id, Updates.set("checkedAt", Instant.now().minus(ExternalCalendar.TRUSTED)));
    }

    @Test
    void what_changes_there_is_followed_and_what_does_not_is_not_sent_again() {
        server.publish(event(coach.at(7, "10:00"), 60));
        String id = add().statusCode(201).extract().path("id");
        await().until(() -> server.asked.size() > 2 && server.lastTag() != null);
        assertThat(starts()).doesNotContain(at("10:00")).contains(at("14:00"));
        server.publish(event(coach.at(7, "14:00"), 60));
        awaitStarts(starts -> starts.contains(at("10:00")) && !starts.contains(at("14:00")));
        coach.request().delete(coach.path("calendars/" + id)).then().statusCode(204);
        assertThat(starts()).contains(at("14:00"));
        coach.request().delete(coach.path("calendars/" + id)).then().statusCode(404);
        int asked = server.asked.size();
        add().statusCode(201);
        assertThat(server.asked.size()).isLessThanOrEqualTo(asked + 2);
    }

    @Test
    void while_it_cannot_be_read_it_counts_as_it_was_and_in_the_end_nothing_is_promised() {
        server.publish(event(coach.at(7, "10:00"), 60));
        String id = add().statusCode(201).extract().path("id");
        server.answer(404, "");
        await().untilAsserted(() -> list().body("items[0].trouble", equalTo("refused")));
        list().body("items[0].checked", equalTo(true));
        assertThat(starts()).doesNotContain(at("10:00")).contains(at("14:00"));

        document(id, Updates.set("checkedAt", Instant.now().minus(ExternalCalendar.TRUSTED)));
        list().body("items[0].checked", equalTo(false));
        String days = "from=" + coach.date(7) + "&to=" + coach.date(7);
        for (String path :
                List.of("slots?sessionType=" + type + "&", "slots/days?sessionType=" + type + "&", "calendar?")) {
            notChecked(RestAssured.get(coach.path(path + days)).then());
        }
        notChecked(hold("14:00"));
        coach.request()
                .get(coach.path("calendar?" + days))
                .then()
                .statusCode(200)
                .body("busy", hasSize(1))
                .body("externalChecked", equalTo(false));

        server.answer(200, "");
        document(id, Updates.set("nextAt", Instant.EPOCH));
        awaitStarts(starts -> starts.contains(at("14:00")));
        list().body("items[0].trouble", nullValue());
    }

    @Test
    void times_beyond_what_was_read_are_not_promised() {
        String id = add().statusCode(201).extract().path("id");
        document(
                id,
                Updates.combine(
                        Updates.set("coveredUntil", coach.at(30, "00:00")),
                        Updates.set("nextAt", coach.at(30, "00:00"))));
        notChecked(RestAssured.get(
                        coach.path("slots?sessionType=" + type + "&from=" + coach.date(7) + "&to=" + coach.date(7)))
                .then());
        list().body("items[0].checked", equalTo(false));
        document(id, Updates.set("nextAt", Instant.EPOCH));
        awaitStarts(starts -> !starts.isEmpty());
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "ftp://calendar.example/a.ics, 400, must begin with https://",
        "https://192.168.0.1/a.ics, 400, must be a public address",
        "https://u:p@calendar.example/a.ics, 400, must name a host",
        "'', 400, must not be empty",
        "https://no-such-host.invalid/a.ics, 422, unreachable",
        "SERVER/moved, 422, redirects",
        "SERVER/gone, 422, refused",
        "SERVER/page, 422, not_a_calendar"
    })
    void a_bad_address_is_told_to_who_typed_it(String url, int status, String reason) {
        switch (url) {
            case "SERVER/moved" -> server.answer(302, "https://10.0.0.1/");
            case "SERVER/gone" -> server.answer(410, "");
            case "SERVER/page" -> server.publishPage("<html><body>Sign in</body></html>");
            default -> server.answer(200, "");
        }
        var refused = coach.request()
                .body(Map.of("url", url.replace("SERVER", server.url(""))))
                .post(coach.path("calendars"))
                .then()
                .statusCode(status);
        if (status == 400) {
            refused.body("errors.field", hasItem("url")).body("detail", containsString(reason));
        } else {
            refused.body("type", equalTo("https://coachbook.org/problems/calendar-unreadable"))
                    .body("reason", equalTo(reason));
        }
        list().body("items", empty());
    }

    @Test
    void a_coach_has_five_at_most_also_when_he_adds_more_at_once() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> all = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(_ -> this::statusOfAdding)
                    .toList();
            List<Integer> statuses = threads.invokeAll(all).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(statuses).filteredOn(s -> s == 201).hasSize(5);
            assertThat(statuses).filteredOn(s -> s == 409).hasSize(3);
        }
        list().body("items", hasSize(5));
        add().statusCode(409).body("type", equalTo("https://coachbook.org/problems/too-many-calendars"));
    }

    /** He adds one after the other, so he asks again while another one is read. */
    private int statusOfAdding() {
        var answer = add().extract();
        return String.valueOf(answer.<String>path("type")).endsWith("/request-in-progress")
                ? statusOfAdding()
                : answer.statusCode();
    }

    @Test
    void whoever_adds_calendars_of_slow_servers_waits_alone() throws Exception {
        add().statusCode(201);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                CalendarServer slow = new CalendarServer()) {
            slow.shutTheGate();
            List<Future<Integer>> waiting = new ArrayList<>();
            waiting.add(threads.submit(() -> add(coach, slow).extract().statusCode()));
            await().until(() -> slow.asked.size() == 1);
            add(coach, slow)
                    .statusCode(409)
                    .body("type", equalTo("https://coachbook.org/problems/request-in-progress"));
            for (int n = 0; n < 3; n++) {
                Coach other = Coach.atWork();
                waiting.add(threads.submit(() -> add(other, slow).extract().statusCode()));
            }
            await().until(() -> slow.asked.size() >= 3);
            int asked = server.asked.size();
            await().atMost(Duration.ofSeconds(10)).until(() -> server.asked.size() > asked + 2);
            slow.openTheGate();
            for (Future<Integer> status : waiting) {
                assertThat(status.get()).isEqualTo(201);
            }
        }
    }

    @Test
    void a_booking_of_the_coach_as_a_client_takes_its_time_and_one_with_him_is_kept_by_his_weeks() {
        add().statusCode(201);
        try (Commands commands = new Commands()) {
            ReserveSlot own = Commands.reserve(coach, type, "c1", coach.at(7, "10:00"), null, true);
            assertThat(commands.answerTo(own, coach.id).type()).endsWith("slot-reserved.v1");
            commands.answerTo(new ReleaseSlot(own.reservationId(), own.bookingId(), coach.id, own.start()), coach.id);
            server.publish(
                    event(coach.at(7, "10:00"), 60).replaceFirst("UID:.*", "UID:" + own.bookingId() + "@coachbook.org"),
                    event(coach.at(7, "14:00"), 60).replaceFirst("UID:.*", "UID:with-another@coachbook.org"));
            awaitStarts(starts -> starts.contains(at("10:00")) && !starts.contains(at("14:00")));
        }
    }

    @Test
    void whole_days_are_those_of_the_zone_that_the_coach_has_moved_to() {
        String day = coach.date(7).toString();
        server.publish(event(coach.at(7, "10:00"), 60)
                .replaceFirst("DTSTART:.*", "DTSTART;VALUE=DATE:" + day.replace("-", ""))
                .replaceFirst("DURATION:.*", "TRANSP:OPAQUE"));
        String id = add().statusCode(201).extract().path("id");
        document(id, Updates.set("nextAt", coach.at(30, "00:00")));
        server.answer(500, "");
        String apia = "Pacific/Apia";
        coach.request()
                .body(Coach.schedule(Map.of("timeZone", apia)))
                .put(coach.path("schedule"))
                .then()
                .statusCode(200);
        String query =
                "slots/days?sessionType=" + type + "&from=" + coach.date(6) + "&to=" + coach.date(8) + "&zone=" + apia;
        notChecked(RestAssured.get(coach.path(query)).then());
        list().body("items[0].checked", equalTo(false));
        await().untilAsserted(() -> list().body("items[0].trouble", equalTo("refused")));
        server.answer(200, "");
        document(id, Updates.set("nextAt", Instant.EPOCH));
        await().untilAsserted(() -> RestAssured.get(coach.path(query))
                .then()
                .statusCode(200)
                .body("days[0].free", greaterThan(0))
                .body("days[1].free", equalTo(0))
                .body("days[2].free", greaterThan(0)));
        list().body("items[0].checked", equalTo(true));
    }

    @Test
    void one_of_many_replicas_reads_it_and_who_comes_after_his_lease_changes_nothing() throws Exception {
        String id = add().statusCode(201).extract().path("id");
        server.answer(500, "");
        await().untilAsserted(() -> list().body("items[0].trouble", equalTo("refused")));
        var repository = Objects.requireNonNull(calendars);
        ExternalCalendar before = repository.of(coach.id).getFirst();
        document(id, Updates.set("nextAt", Instant.EPOCH));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> all = IntStream.range(0, 16)
                    .<Callable<Object>>mapToObj(_ -> () -> repository.claim(Instant.EPOCH, Duration.ofMinutes(2)))
                    .toList();
            threads.invokeAll(all).forEach(claim -> assertThat(claim.state()).isEqualTo(Future.State.SUCCESS));
        }
        assertThat(repository.of(coach.id).getFirst().claims()).isEqualTo(before.claims() + 1);
        repository.failed(before, Trouble.TOO_SLOW, Instant.now());
        list().body("items[0].trouble", not(equalTo("too_slow")));
    }

    private static void notChecked(ValidatableResponse answer) {
        answer.statusCode(503).body("type", equalTo("https://coachbook.org/problems/calendar-not-checked"));
    }

    private void awaitStarts(Predicate<List<String>> expected) {
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> expected.test(startsOrNone()));
    }

    private List<String> starts() {
        return coach.starts(Coach.as("viewer"), type, coach.date(7));
    }

    private List<String> startsOrNone() {
        List<String> starts = RestAssured.get(
                        coach.path("slots?sessionType=" + type + "&from=" + coach.date(7) + "&to=" + coach.date(7)))
                .path("days[0].slots.start");
        return starts == null ? List.of() : starts;
    }

    private String at(String time) {
        return coach.at(7, time).toString();
    }

    private ValidatableResponse add() {
        return add(coach, server);
    }

    private static ValidatableResponse add(Coach coach, CalendarServer server) {
        return coach.request()
                .body(Map.of("url", server.url("/secret-" + UUID.randomUUID() + ".ics")))
                .post(coach.path("calendars"))
                .then();
    }

    private ValidatableResponse list() {
        return coach.request().get(coach.path("calendars")).then().statusCode(200);
    }

    private ValidatableResponse hold(String time) {
        return Coach.as("c-" + UUID.randomUUID())
                .body(Map.of("coachId", coach.id, "sessionTypeId", type, "start", at(time)))
                .post("/api/slots/holds")
                .then();
    }

    private void document(String id, Bson change) {
        assertThat(Objects.requireNonNull(mongo)
                        .getDatabase(ServiceStack.database())
                        .getCollection("externalCalendars", Document.class)
                        .updateOne(Filters.eq(id), change)
                        .getMatchedCount())
                .isEqualTo(1);
    }

    private static String event(Instant start, int minutes) {
        String time = start.toString().replaceAll("[-:]", "");
        return "BEGIN:VEVENT\r\nUID:" + time + "\r\nDTSTAMP:" + time + "\r\nDTSTART:" + time + "\r\nDURATION:PT"
                + minutes + "M\r\nEND:VEVENT";
    }
}
