package org.coachbook.availability.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Commands;
import org.coachbook.availability.Stack;
import org.coachbook.contracts.availability.MoveSlot;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.availability.ReserveSlot;
import org.junit.jupiter.api.Test;

@Stack
class MoveMessagesIT {
    private static final String MOVED = "availability.replied.slot-moved.v1";
    private static final String REFUSED = "availability.replied.slot-refused.v1";

    private final String client = "client-" + UUID.randomUUID();

    @Test
    void a_booked_time_is_moved_and_the_old_one_is_free_for_others() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot booked = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, true);
        MoveSlot move = Commands.move(booked, coach.at(8, "11:00"), true);
        try (Commands commands = new Commands()) {
            commands.answerTo(booked, coach.id);
            var moved = commands.answerTo(move, coach.id);
            assertThat(moved.type()).isEqualTo(MOVED);
            assertThat(moved.payload()).contains(move.start().toString(), booked.reservationId());
            var again = commands.answerTo(move, coach.id);
            assertThat(again.type()).isEqualTo(MOVED);
            assertThat(again.payload()).as("a repeat, word for word").isEqualTo(moved.payload());
            assertThat(coach.starts(Coach.as("x"), type, coach.date(7)))
                    .contains(booked.start().toString());
            assertThat(coach.starts(Coach.as("x"), type, coach.date(8)))
                    .doesNotContain(move.start().toString());
            var old = new ReleaseSlot(booked.reservationId(), booked.bookingId(), coach.id, booked.start());
            assertThat(commands.answerTo(old, coach.id).type()).isEqualTo("availability.replied.slot-released.v1");
        }
    }

    @Test
    void what_was_moved_is_answered_so_again_when_it_could_not_be_moved_any_more() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot booked = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, true);
        MoveSlot move = Commands.move(booked, coach.at(8, "11:00"), true);
        MoveSlot late = Commands.move(booked, 3, coach.at(9, "11:00"), true);
        try (Commands commands = new Commands()) {
            commands.answerTo(booked, coach.id);
            var moved = commands.answerTo(move, coach.id);
            coach.request().delete("/api/session-types/" + type).then().statusCode(204);
            assertThat(commands.answerTo(move, coach.id).payload()).isEqualTo(moved.payload());
            assertThat(commands.answerTo(late, coach.id).payload()).contains("unknown_session_type");
        }
    }

    @Test
    void the_hold_of_the_same_client_gives_way_and_anybody_elses_does_not() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot booked = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, true);
        hold(coach, type, client, coach.at(8, "11:30"));
        hold(coach, type, "other-" + client, coach.at(8, "15:00"));
        try (Commands commands = new Commands()) {
            commands.answerTo(booked, coach.id);
            assertThat(commands.answerTo(Commands.move(booked, coach.at(8, "15:00"), true), coach.id)
                            .payload())
                    .contains("\"reason\":\"overlaps\"");
            assertThat(commands.answerTo(Commands.move(booked, 3, coach.at(8, "11:00"), true), coach.id)
                            .type())
                    .isEqualTo(MOVED);
            assertThat(coach.starts(Coach.as("x"), type, coach.date(8)))
                    .contains(coach.at(8, "12:00").toString())
                    .doesNotContain(coach.at(8, "11:00").toString());
        }
    }

    private static void hold(Coach coach, String type, String client, Instant start) {
        Map<String, Object> body = Map.of("coachId", coach.id, "sessionTypeId", type, "start", start.toString());
        Coach.as(client).body(body).post("/api/slots/holds").then().statusCode(201);
    }

    @Test
    void a_move_to_a_taken_time_is_refused_with_the_nearest_and_the_old_time_is_kept() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot booked = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, true);
        ReserveSlot other = Commands.reserve(coach, type, "other", coach.at(7, "14:00"), null, true);
        try (Commands commands = new Commands()) {
            commands.answerTo(booked, coach.id);
            commands.answerTo(other, coach.id);
            var refused = commands.answerTo(Commands.move(booked, other.start(), true), coach.id);
            assertThat(refused.type()).isEqualTo(REFUSED);
            assertThat(refused.payload())
                    .contains("\"reason\":\"overlaps\"")
                    .contains(coach.at(7, "15:00").toString());
            assertThat(coach.starts(Coach.as("x"), type, coach.date(7)))
                    .doesNotContain(booked.start().toString());
        }
    }

    @Test
    void a_refused_move_stays_refused_when_nothing_is_in_its_way_any_more() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot booked = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, true);
        ReserveSlot other = Commands.reserve(coach, type, "other", coach.at(7, "14:00"), null, true);
        MoveSlot move = Commands.move(booked, other.start(), true);
        try (Commands commands = new Commands()) {
            commands.answerTo(booked, coach.id);
            commands.answerTo(other, coach.id);
            assertThat(commands.answerTo(move, coach.id).type()).isEqualTo(REFUSED);
            commands.answerTo(
                    new ReleaseSlot(other.reservationId(), other.bookingId(), coach.id, other.start()), coach.id);
            assertThat(commands.answerTo(move, coach.id).type())
                    .as("a repeat, whose answer has the same id")
                    .isEqualTo(REFUSED);
            assertThat(coach.starts(Coach.as("x"), type, coach.date(7)))
                    .contains(other.start().toString())
                    .doesNotContain(booked.start().toString());
        }
    }

    @Test
    void where_the_coach_would_have_to_accept_only_a_move_that_he_agreed_to_is_made() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of("bookingRules", Map.of("requireApprovalNonConnected", true)));
        ReserveSlot booked = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, false);
        Instant next = coach.at(8, "10:00");
        try (Commands commands = new Commands()) {
            commands.answerTo(booked, coach.id);
            assertThat(commands.answerTo(Commands.move(booked, next, false), coach.id)
                            .payload())
                    .as("not booked yet")
                    .contains("\"reason\":\"released\"");
            commands.answerTo(Commands.confirm(booked), coach.id);
            assertThat(commands.answerTo(Commands.move(booked, 3, next, true), coach.id)
                            .payload())
                    .contains("\"reason\":\"needs_acceptance\"");
            assertThat(commands.answerTo(Commands.move(booked, 4, next, false), coach.id)
                            .type())
                    .isEqualTo(MOVED);
        }
    }

    @Test
    void a_move_keeps_the_rules_that_a_booking_keeps() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot booked = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, true);
        try (Commands commands = new Commands()) {
            commands.answerTo(booked, coach.id);
            assertThat(commands.answerTo(Commands.move(booked, coach.at(7, "21:00"), false), coach.id)
                            .payload())
                    .contains("\"reason\":\"outside_availability\"");
            assertThat(commands.answerTo(Commands.move(booked, 3, coach.at(-1, "10:00"), false), coach.id)
                            .payload())
                    .contains("\"reason\":\"too_soon\"");
            assertThat(commands.answerTo(Commands.move(booked, 4, coach.at(300, "10:00"), false), coach.id)
                            .payload())
                    .contains("\"reason\":\"not_yet_bookable\"");
        }
    }
}
