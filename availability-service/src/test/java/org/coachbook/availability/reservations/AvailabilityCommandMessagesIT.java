package org.coachbook.availability.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Commands;
import org.coachbook.availability.Stack;
import org.coachbook.contracts.availability.ExtendSlot;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ServiceStack;
import org.junit.jupiter.api.Test;

@Stack
class AvailabilityCommandMessagesIT {
    private final String client = "client-" + UUID.randomUUID();

    @Test
    void a_held_time_is_reserved_extended_confirmed_and_released() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        Instant start = coach.at(7, "10:00");
        String hold = hold(coach, type, start);
        ReserveSlot reserve = Commands.reserve(coach, type, client, start, hold, false);
        try (Commands commands = new Commands()) {
            var reserved = commands.answerTo(reserve, coach.id);
            assertThat(reserved.type()).isEqualTo("availability.replied.slot-reserved.v1");
            assertThat(reserved.key()).isEqualTo(reserve.bookingId());
            assertThat(reserved.payload()).contains("\"mode\":\"firm\"", "\"confirmed\":false");
            var extended = commands.answerTo(extend(reserve), coach.id);
            assertThat(extended.type()).isEqualTo("availability.replied.slot-extended.v1");
            var confirmed = commands.answerTo(Commands.confirm(reserve), coach.id);
            assertThat(confirmed.type()).isEqualTo("availability.replied.slot-confirmed.v1");
            assertThat(confirmed.sequence()).isGreaterThan(extended.sequence());
            assertThat(coach.starts(Coach.as("x"), type, coach.date(7))).doesNotContain(start.toString());
            var released = commands.answerTo(release(reserve), coach.id);
            assertThat(released.type()).isEqualTo("availability.replied.slot-released.v1");
            assertThat(coach.starts(Coach.as("x"), type, coach.date(7))).contains(start.toString());
        }
    }

    @Test
    void a_repeated_command_is_answered_with_the_same_reply_and_changes_nothing() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot reserve = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, true);
        var command = Commands.event(reserve, coach.id);
        try (Commands first = new Commands();
                KafkaProbe replies = KafkaProbe.of(ServiceStack.bootstrapServers(), "booking.replies")) {
            var reply = first.answerTo(command);
            assertThat(reply.payload()).contains("\"confirmed\":true");
            first.answerTo(command);
            var both = replies.allWithin(Duration.ofSeconds(2)).stream()
                    .filter(r -> r.subject().equals(reserve.reservationId()))
                    .toList();
            assertThat(both).hasSize(2);
            assertThat(both.getLast().id()).isEqualTo(reply.id());
            assertThat(both.getLast().payload()).isEqualTo(reply.payload());
        }
    }

    @Test
    void a_refused_command_that_comes_again_and_gets_the_time_says_so_in_another_message() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot first = Commands.reserve(coach, type, "first", coach.at(7, "10:00"), null, true);
        ReserveSlot late = Commands.reserve(coach, type, client, first.start(), null, true);
        var command = Commands.event(late, coach.id);
        try (Commands commands = new Commands();
                Commands again = new Commands();
                KafkaProbe replies = KafkaProbe.of(ServiceStack.bootstrapServers(), "booking.replies")) {
            commands.answerTo(first, coach.id);
            var refused = commands.answerTo(command);
            assertThat(refused.type()).isEqualTo("availability.replied.slot-refused.v1");
            commands.answerTo(release(first), coach.id);
            again.answerTo(command); // as after a crash before it was known to be answered
            var reserved = replies.await(
                    "availability.replied.slot-reserved.v1", late.reservationId(), Duration.ofSeconds(10));
            assertThat(reserved.id())
                    .as("or it would be taken for the refusal, which was heard before, and the time kept for nobody")
                    .isNotEqualTo(refused.id());
            assertThat(commands.answerTo(release(late), coach.id).type())
                    .isEqualTo("availability.replied.slot-released.v1");
            assertThat(coach.starts(Coach.as("x"), type, coach.date(7)))
                    .contains(late.start().toString());
        }
    }

    @Test
    void a_taken_time_is_refused_with_the_nearest_free_times() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        Instant start = coach.at(7, "10:00");
        try (Commands commands = new Commands()) {
            commands.answerTo(Commands.reserve(coach, type, client, start, null, true), coach.id);
            var refused = commands.answerTo(Commands.reserve(coach, type, "other", start, null, true), coach.id);
            assertThat(refused.type()).isEqualTo("availability.replied.slot-refused.v1");
            assertThat(refused.payload())
                    .contains("\"reason\":\"overlaps\"")
                    .contains(coach.at(7, "11:00").toString())
                    .contains(coach.at(7, "09:00").toString());
        }
    }

    @Test
    void a_reservation_that_arrives_after_its_release_does_not_come_to_life() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot reserve = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, true);
        try (Commands commands = new Commands()) {
            assertThat(commands.answerTo(release(reserve), coach.id).type())
                    .isEqualTo("availability.replied.slot-released.v1");
            assertThat(commands.answerTo(reserve, coach.id).payload()).contains("\"reason\":\"released\"");
            assertThat(commands.answerTo(Commands.confirm(reserve), coach.id).type())
                    .isEqualTo("availability.replied.slot-lost.v1");
        }
    }

    @Test
    void a_session_type_with_seats_is_reserved_seat_by_seat() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of("format", "group", "capacity", Map.of("min", 1, "max", 2)));
        Instant start = coach.at(7, "10:00");
        ReserveSlot first = Commands.reserve(coach, type, client, start, hold(coach, type, start), false);
        ReserveSlot second = Commands.reserve(coach, type, "second", start, null, false);
        try (Commands commands = new Commands()) {
            for (ReserveSlot seat : List.of(first, second)) {
                assertThat(commands.answerTo(seat, coach.id).type()).isEqualTo("availability.replied.slot-reserved.v1");
                assertThat(commands.answerTo(Commands.confirm(seat), coach.id).type())
                        .isEqualTo("availability.replied.slot-confirmed.v1");
            }
            var twice = Commands.reserve(coach, type, "second", start, null, false);
            assertThat(commands.answerTo(twice, coach.id).payload()).contains("\"reason\":\"already_yours\"");
            var third = Commands.reserve(coach, type, "third", start, null, false);
            assertThat(commands.answerTo(third, coach.id).payload()).contains("\"reason\":\"overlaps\"");
            assertThat(commands.answerTo(release(first), coach.id).type())
                    .isEqualTo("availability.replied.slot-released.v1");
            var again = Commands.reserve(coach, type, "third", start, null, true);
            assertThat(commands.answerTo(again, coach.id).payload()).contains("\"confirmed\":true");
        }
    }

    @Test
    void seats_of_a_session_with_a_minimum_wait_for_each_other() {
        Coach coach = Coach.atWork();
        var capacity = Map.of("min", 2, "max", 3, "decisionMinutes", 120);
        String type = coach.sessionType(Map.of("format", "workshop", "capacity", capacity));
        Instant start = coach.at(7, "10:00");
        ReserveSlot first = Commands.reserve(coach, type, client, start, null, true);
        ReserveSlot second = Commands.reserve(coach, type, "second", start, null, false);
        ReserveSlot third = Commands.reserve(coach, type, "third", start, null, false);
        try (Commands commands = new Commands();
                KafkaProbe replies = KafkaProbe.of(ServiceStack.bootstrapServers(), "booking.replies")) {
            assertThat(commands.answerTo(first, coach.id).payload())
                    .as("even free seats are not confirmed before it is known who else comes")
                    .contains("\"confirmed\":false", "\"minimum\":{\"attendees\":2,\"decisionMinutes\":120}");
            assertThat(commands.answerTo(Commands.confirm(first), coach.id).payload())
                    .contains("\"decidesAt\":\"" + start.minus(Duration.ofHours(2)));
            commands.answerTo(second, coach.id);
            assertThat(commands.answerTo(Commands.confirm(second), coach.id).payload())
                    .doesNotContain("decidesAt\":\"");
            var going = replies.await(
                    r -> r.type().equals("availability.replied.session-going.v1")
                            && first.bookingId().equals(r.key()),
                    Duration.ofSeconds(10));
            assertThat(going.subject()).isEqualTo(first.reservationId());
            assertThat(commands.answerTo(Commands.confirm(first), coach.id).payload())
                    .as("a repeat is answered as it is now")
                    .doesNotContain("decidesAt\":\"");
            commands.answerTo(third, coach.id);
            assertThat(commands.answerTo(Commands.confirm(third), coach.id).payload())
                    .doesNotContain("decidesAt\":\"");
        }
    }

    private static ReleaseSlot release(ReserveSlot r) {
        return new ReleaseSlot(r.reservationId(), r.bookingId(), r.coachId(), r.start());
    }

    private static ExtendSlot extend(ReserveSlot r) {
        Instant later = r.expiresAt().plus(Duration.ofHours(1));
        return new ExtendSlot(r.reservationId(), r.bookingId(), r.coachId(), r.start(), later, true);
    }

    private String hold(Coach coach, String type, Instant start) {
        return Coach.as(client)
                .body(Map.of("coachId", coach.id, "sessionTypeId", type, "start", start.toString()))
                .post("/api/slots/holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
