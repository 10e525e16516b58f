package org.coachbook.availability.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Commands;
import org.coachbook.availability.Stack;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ServiceStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds that are gone because their owner booked, or moved to, another time than the held one. */
@Stack
class TakenOverHoldsIT {
    private static final String FREED = "availability.slot-freed.v1";

    private final String client = "client-" + UUID.randomUUID();
    private Coach coach = new Coach();
    private String type = "";

    @BeforeEach
    void a_coach_at_work() {
        coach = Coach.atWork();
        type = coach.sessionType(Map.of());
    }

    @ParameterizedTest(name = "{0} days ahead, confirmed at once: {1}")
    @CsvSource({"7, false", "7, true", "14, false", "14, true"})
    void a_booking_of_another_time_than_its_hold_frees_that_and_says_so(int days, boolean confirm) {
        Instant held = coach.at(days, "10:00");
        String hold = hold(held, 60).statusCode(201).extract().path("id");
        try (Commands commands = new Commands()) {
            ReserveSlot booked = Commands.reserve(coach, type, client, coach.at(7, "14:00"), hold, confirm);
            assertThat(commands.answerTo(booked, coach.id).type()).isEqualTo("availability.replied.slot-reserved.v1");
        }
        assertAnnounced(held);
        assertThat(coach.starts(Coach.as("x"), type, coach.date(days))).contains(held.toString());
        Coach.as(client).get("/api/slots/holds/" + hold).then().statusCode(404);
        assertMayKeep(confirm ? 3 : 2);
    }

    @Test
    void what_is_left_of_a_longer_hold_is_free_and_said_to_be() {
        Instant held = coach.at(7, "10:00");
        String hold = hold(held, 120).statusCode(201).extract().path("id");
        try (Commands commands = new Commands()) {
            commands.answerTo(Commands.reserve(coach, type, client, held, hold, false), coach.id);
        }
        try (KafkaProbe events = KafkaProbe.of(ServiceStack.bootstrapServers(), "availability.events")) {
            var freed = events.await(m -> m.type().equals(FREED) && coach.id.equals(m.key()), Duration.ofSeconds(10));
            assertThat(freed.payload()).contains(coach.at(7, "12:00").toString());
        }
        assertThat(coach.starts(Coach.as("x"), type, coach.date(7)))
                .contains(coach.at(7, "11:00").toString());
        assertMayKeep(2);
    }

    @Test
    void a_hold_that_is_booked_as_it_was_held_is_not_said_to_be_free() {
        Instant held = coach.at(7, "10:00");
        String hold = hold(held, 60).statusCode(201).extract().path("id");
        try (Commands commands = new Commands();
                KafkaProbe events = KafkaProbe.of(ServiceStack.bootstrapServers(), "availability.events")) {
            commands.answerTo(Commands.reserve(coach, type, client, held, hold, true), coach.id);
            assertThat(events.allWithin(Duration.ofSeconds(1)))
                    .noneMatch(m -> m.type().equals(FREED) && coach.id.equals(m.key()));
        }
        assertMayKeep(3);
    }

    @Test
    void a_hold_with_another_coach_stays_and_counts() {
        String hold = hold(coach.at(7, "10:00"), 60).statusCode(201).extract().path("id");
        Coach other = Coach.atWork();
        try (Commands commands = new Commands()) {
            ReserveSlot booked =
                    Commands.reserve(other, other.sessionType(Map.of()), client, other.at(7, "14:00"), hold, true);
            commands.answerTo(booked, other.id);
        }
        Coach.as(client).get("/api/slots/holds/" + hold).then().statusCode(200);
        assertMayKeep(2);
    }

    @Test
    void a_hold_that_gives_way_to_a_move_counts_no_more() {
        ReserveSlot booked = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, true);
        Instant held = coach.at(8, "11:30");
        try (Commands commands = new Commands()) {
            commands.answerTo(booked, coach.id);
            hold(held, 60).statusCode(201);
            hold(coach.at(8, "18:00"), 60).statusCode(201);
            assertThat(commands.answerTo(Commands.move(booked, coach.at(8, "11:00"), true), coach.id)
                            .type())
                    .isEqualTo("availability.replied.slot-moved.v1");
        }
        assertAnnounced(held);
        assertMayKeep(2);
    }

    private void assertAnnounced(Instant start) {
        try (KafkaProbe events = KafkaProbe.of(ServiceStack.bootstrapServers(), "availability.events")) {
            events.await(
                    m -> m.type().equals(FREED)
                            && coach.id.equals(m.key())
                            && String.valueOf(m.payload()).contains("\"start\":\"" + start),
                    Duration.ofSeconds(10));
        }
    }

    /** So many more times may be held, and no more. */
    private void assertMayKeep(int more) {
        for (int i = 0; i < more; i++) {
            hold(coach.at(20 + i, "10:00"), 60).statusCode(201);
        }
        hold(coach.at(30, "10:00"), 60).statusCode(429);
    }

    private ValidatableResponse hold(Instant start, int minutes) {
        Map<String, Object> body = Map.of(
                "coachId", coach.id, "sessionTypeId", type, "start", start.toString(), "durationMinutes", minutes);
        return Coach.as(client).body(body).post("/api/slots/holds").then();
    }
}
