package org.coachbook.availability.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Commands;
import org.coachbook.availability.Stack;
import org.coachbook.contracts.Topics;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ServiceStack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Stack
class WaitListIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String ada = "ada-" + UUID.randomUUID();
    private final String ben = "ben-" + UUID.randomUUID();
    private final String holder = "holder-" + UUID.randomUUID();
    private Coach coach = new Coach();
    private String type = "";
    private Map<String, String> time = Map.of();
    private String held = "";

    @Inject
    @Nullable
    WaitListRound round;

    @Inject
    @Nullable
    WaitListRepository lists;

    @BeforeEach
    void a_time_that_is_taken() {
        coach = Coach.atWork();
        type = coach.sessionType(Map.of());
        time = at("10:00");
        held = hold(holder, time);
    }

    @Test
    void the_first_is_offered_a_hold_that_only_he_can_book_and_then_the_next() {
        String first = join(ada, time).body("position", equalTo(1)).extract().path("id");
        String second = join(ben, time).body("position", equalTo(2)).extract().path("id");
        join(ada, time).body("id", equalTo(first));
        giveBack(holder, held);
        String holdId = offered(ada, first);
        place(ben, second).body("offer", nullValue()).body("position", equalTo(2));
        Coach.as(ada).get("/api/slots/holds/" + holdId).then().statusCode(200);
        assertThat(coach.starts(Coach.as("x"), type, coach.date(7))).doesNotContain(time.get("start"));

        giveBack(ada, holdId);
        String next = offered(ben, second);
        place(ada, first, 404);
        try (Commands commands = new Commands()) {
            var book = Commands.reserve(coach, type, ben, coach.at(7, "10:00"), next, true);
            assertThat(commands.answerTo(book, coach.id).type()).endsWith("slot-reserved.v1");
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> Coach.as(ben).get("/api/waitlist").then().body("items", empty()));
    }

    @Test
    void an_offer_that_lapses_goes_to_the_next_and_both_are_told() {
        try (KafkaProbe probe = KafkaProbe.of(ServiceStack.bootstrapServers(), Topics.WAIT_LIST_OFFERS)) {
            String first = join(ada, time).extract().path("id");
            String second = join(ben, time).extract().path("id");
            giveBack(holder, held);
            offered(ada, first);
            offered(ben, second);
            place(ada, first, 404);
            for (String told : List.of(
                    "wait-list-offered.v1 " + ada, "wait-list-offer-lapsed.v1 " + ada, "wait-list-offered.v1 " + ben)) {
                String[] parts = told.split(" ");
                probe.await(
                        m -> m.type().endsWith(parts[0])
                                && String.valueOf(m.payload()).contains(parts[1]),
                        PATIENCE);
            }
        }
    }

    @Test
    void who_cannot_have_it_now_is_passed_over() {
        String first = join(ada, time).extract().path("id");
        String second = join(ben, time).extract().path("id");
        for (String other : List.of("12:00", "14:00", "16:00")) {
            hold(ada, at(other));
        }
        giveBack(holder, held);
        offered(ben, second);
        place(ada, first).body("offer", nullValue()).body("position", equalTo(1));
    }

    @Test
    void whoever_is_no_longer_connected_is_passed_over() {
        Coach shut = Coach.atWork(Map.of("calendarVisibility", "connected"));
        String shutType = shut.sessionType(Map.of());
        Map<String, String> hour = Map.of(
                "coachId",
                shut.id,
                "sessionTypeId",
                shutType,
                "start",
                shut.at(7, "10:00").toString());
        connect(shut, holder);
        String connection = connect(shut, ada);
        connect(shut, ben);
        String id = hold(holder, hour);
        String first = join(ada, hour).extract().path("id");
        String second = join(ben, hour).extract().path("id");
        shut.request().delete("/api/connections/" + connection).then().statusCode(204);
        giveBack(holder, id);
        offered(ben, second);
        place(ada, first).body("offer", nullValue());
        Coach.as("stranger").body(hour).post("/api/waitlist").then().statusCode(404);
    }

    @Test
    void any_time_of_a_full_day_will_do() {
        String date = coach.date(8).toString();
        Map<String, Object> closure =
                Map.of("kind", "closure", "start", date + "T09:00", "end", date + "T23:00", "timeZone", Coach.ZONE);
        coach.request().body(closure).post("/api/bookings/availability").then().statusCode(201);
        Map<String, String> only = Map.of(
                "coachId",
                coach.id,
                "sessionTypeId",
                type,
                "start",
                coach.at(8, "08:00").toString());
        Map<String, String> day = Map.of("coachId", coach.id, "sessionTypeId", type, "date", date);
        refused(ada, day).body("type", equalTo("https://coachbook.org/problems/still-free"));
        String only0 = hold(holder, only);
        String first = join(ada, day).body("date", equalTo(date)).extract().path("id");
        giveBack(holder, only0);
        offered(ada, first);
        place(ada, first).body("offer.start", equalTo(only.get("start")));
        assertFoundAgain(first);
    }

    @Test
    void a_time_that_opens_is_offered_as_one_that_is_freed() {
        String first = join(ada, time).extract().path("id");
        awaitVersion(2); // joined, looked after
        String date = coach.date(7).toString();
        String closure = made(
                "/api/bookings/availability",
                Map.of("kind", "closure", "start", date + "T00:00", "end", date + "T23:00", "timeZone", Coach.ZONE));
        awaitVersion(4); // each event raises it, and so does the look that follows
        giveBack(holder, held);
        awaitVersion(6);
        place(ada, first).body("offer", nullValue());
        coach.request().delete("/api/bookings/availability/" + closure).then().statusCode(204);
        offered(ada, first);
    }

    @Test
    void what_was_held_before_somebody_died_is_found_again() {
        String first = join(ada, time).extract().path("id");
        giveBack(holder, held);
        offered(ada, first);
        assertFoundAgain(first);
    }

    /** The list forgets the offer of ada's hold, as if nobody had stored it. */
    private void assertFoundAgain(String waitingId) {
        WaitList offered = Objects.requireNonNull(lists).of(ada).getFirst();
        WaitList unsaved = new WaitList(
                offered.id(),
                offered.coachId(),
                offered.sessionTypeId(),
                offered.minutes(),
                offered.start(),
                offered.date(),
                offered.endsAt(),
                offered.waiting(),
                null,
                Instant.now(),
                offered.version() + 1,
                offered.sequence());
        assertThat(lists.save(offered, unsaved, Instant.now())).isTrue();
        assertThat(offered(ada, waitingId))
                .isEqualTo(Objects.requireNonNull(offered.offer()).holdId());
    }

    @Test
    void who_leaves_while_a_time_is_held_for_him_keeps_nothing() {
        String first = join(ada, time).extract().path("id");
        WaitList before = Objects.requireNonNull(lists).of(ada).getFirst();
        Coach.as(ada).delete("/api/waitlist/" + first).then().statusCode(204);
        giveBack(holder, held);
        Objects.requireNonNull(round).run(before);
        assertThat(coach.starts(Coach.as("x"), type, coach.date(7))).contains(time.get("start"));
    }

    @Test
    void who_leaves_gives_the_offer_back() {
        String first = join(ada, time).extract().path("id");
        String second = join(ben, time).extract().path("id");
        giveBack(holder, held);
        String holdId = offered(ada, first);
        Coach.as(ada).delete("/api/waitlist/" + first).then().statusCode(204);
        Coach.as(ada).get("/api/slots/holds/" + holdId).then().statusCode(404);
        offered(ben, second);
        place(ben, second).body("position", equalTo(1));
    }

    @Test
    void many_at_once_who_look_after_a_list_make_one_offer() throws Exception {
        String first = join(ada, time).extract().path("id");
        WaitList list = Objects.requireNonNull(lists).of(ada).getFirst();
        giveBack(holder, held);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> all = IntStream.range(0, 8)
                    .<Callable<Object>>mapToObj(_ -> () -> {
                        Objects.requireNonNull(round).run(list);
                        return first;
                    })
                    .toList();
            threads.invokeAll(all).forEach(run -> assertThat(run.state()).isEqualTo(Future.State.SUCCESS));
        }
        offered(ada, first);
        String day = coach.path("calendar?from=" + coach.date(7) + "&to=" + coach.date(7));
        coach.request().get(day).then().body("busy", hasSize(1)).body("busy[0].clientId", equalTo(ada));
        try (KafkaProbe probe = KafkaProbe.of(ServiceStack.bootstrapServers(), Topics.WAIT_LIST_OFFERS)) {
            assertThat(probe.allWithin(Duration.ofSeconds(2)))
                    .filteredOn(told -> String.valueOf(told.payload()).contains(ada))
                    .hasSize(1);
        }
    }

    @Test
    void what_cannot_be_waited_for_is_refused() {
        refused(ada, at("12:00")).body("nearest.start", hasItem(at("12:00").get("start")));
        refused(ada, at("22:00")).body("reason", equalTo("outside_availability"));
        for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                Map.of("start", "2020-01-01T10:00:00Z"),
                Map.of("start", coach.at(7, "10:05").toString()),
                Map.of("date", "2020-01-01"),
                Map.of("date", "+999999999-12-31"),
                Map.of(
                        "date",
                        coach.date(7).toString(),
                        "start",
                        coach.at(7, "10:00").toString()),
                Map.of("date", coach.date(7).toString(), "durationMinutes", 50),
                Map.of())) {
            Map<String, Object> body = new HashMap<>(Map.of("coachId", coach.id, "sessionTypeId", type));
            body.putAll(wrong);
            Coach.as(ada)
                    .body(body)
                    .post("/api/waitlist")
                    .then()
                    .statusCode(400)
                    .body("errors.field", notNullValue());
        }
        Map<String, String> unknown = new HashMap<>(time);
        unknown.put("sessionTypeId", "no-such-type");
        Coach.as(ada).body(unknown).post("/api/waitlist").then().statusCode(404);
    }

    private void awaitVersion(long version) {
        WaitListRepository stored = Objects.requireNonNull(lists);
        await().atMost(PATIENCE).until(() -> stored.of(ada).getFirst().version() >= version);
    }

    private ValidatableResponse join(String client, Map<String, ?> body) {
        return Coach.as(client).body(body).post("/api/waitlist").then().statusCode(201);
    }

    private static ValidatableResponse refused(String client, Map<String, ?> body) {
        return Coach.as(client).body(body).post("/api/waitlist").then().statusCode(409);
    }

    private static ValidatableResponse place(String client, String id) {
        return place(client, id, 200);
    }

    private static ValidatableResponse place(String client, String id, int status) {
        return Coach.as(client).get("/api/waitlist/" + id).then().statusCode(status);
    }

    /** The hold that is offered; waits for it. */
    private static String offered(String client, String id) {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> place(client, id).extract().path("offer.holdId"), Objects::nonNull);
    }

    private Map<String, String> at(String hour) {
        Instant start = coach.at(7, hour);
        return Map.of("coachId", coach.id, "sessionTypeId", type, "start", start.toString());
    }

    private static String hold(String client, Map<String, ?> body) {
        return Coach.as(client)
                .body(body)
                .post("/api/slots/holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void giveBack(String client, String hold) {
        Coach.as(client).delete("/api/slots/holds/" + hold).then().statusCode(204);
    }

    private String made(String path, Map<String, ?> body) {
        return coach.request()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String connect(Coach coach, String client) {
        String id = coach.request()
                .body(Map.of("clientId", client))
                .post("/api/connections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Coach.as(client).post("/api/connections/" + id + "/accept").then().statusCode(200);
        return id;
    }
}
