package org.coachbook.availability.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Commands;
import org.coachbook.availability.Stack;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.Alternative;
import org.coachbook.contracts.availability.ConfirmSlot;
import org.coachbook.contracts.availability.OfferAlternatives;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.availability.ReserveSlot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Stack
class OfferMessagesIT {
    private static final String HELD = "availability.replied.alternatives-held.v1";
    private static final String REFUSED = "availability.replied.alternatives-refused.v1";

    private final String client = "client-" + UUID.randomUUID();

    @Inject
    @Nullable
    Offers offers;

    @Test
    void offered_times_are_kept_the_requested_one_is_free_and_the_chosen_one_stays_alone() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot request = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, false);
        List<Instant> times = List.of(coach.at(7, "10:30"), coach.at(8, "10:00"), coach.at(15, "10:00"));
        OfferAlternatives offer = offer(request, times, true);
        try (Commands commands = new Commands()) {
            commands.answerTo(request, coach.id);
            var held = commands.answerTo(offer, coach.id);
            assertThat(held.type()).isEqualTo(HELD);
            assertThat(commands.answerTo(offer, coach.id).payload())
                    .as("a repeat, word for word")
                    .isEqualTo(held.payload());
            assertThat(free(coach, type, times)).isEmpty();
            assertThat(free(coach, type, List.of(coach.at(7, "09:30"))))
                    .as("beside the first of them, where the request was")
                    .hasSize(1);
            Alternative chosen = offer.alternatives().get(1);
            var confirm = new ConfirmSlot(chosen.reservationId(), request.bookingId(), coach.id, chosen.start());
            assertThat(commands.answerTo(confirm, coach.id).type()).isEqualTo("availability.replied.slot-confirmed.v1");
            offer.alternatives().stream()
                    .filter(other -> !other.equals(chosen))
                    .forEach(other -> commands.answerTo(release(request, other), coach.id));
            assertThat(free(coach, type, times)).containsExactly(times.get(0), times.get(2));
        }
    }

    @Test
    void where_one_of_them_is_taken_it_is_named_and_everything_stays_as_it_was() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot request = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, false);
        ReserveSlot other = Commands.reserve(coach, type, "other", coach.at(8, "10:00"), null, true);
        List<Instant> times = List.of(coach.at(7, "12:00"), other.start(), coach.at(7, "23:00"));
        OfferAlternatives offer = offer(request, times, true);
        try (Commands commands = new Commands()) {
            commands.answerTo(request, coach.id);
            commands.answerTo(other, coach.id);
            var refused = commands.answerTo(offer, coach.id);
            assertThat(refused.type()).isEqualTo(REFUSED);
            assertThat(refused.payload())
                    .contains(
                            "{\"reservationId\":\""
                                    + offer.alternatives().get(1).reservationId() + "\",\"reason\":\"overlaps\"}",
                            "{\"reservationId\":\""
                                    + offer.alternatives().get(2).reservationId()
                                    + "\",\"reason\":\"outside_availability\"}")
                    .doesNotContain(offer.alternatives().getFirst().reservationId());
            assertThat(free(coach, type, List.of(times.getFirst(), request.start())))
                    .containsExactly(times.getFirst());
        }
    }

    @Test
    void a_refused_offer_stays_refused_when_nothing_is_in_its_way_any_more() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot request = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, false);
        ReserveSlot other = Commands.reserve(coach, type, "other", coach.at(8, "10:00"), null, true);
        OfferAlternatives offer = offer(request, List.of(coach.at(7, "12:00"), other.start()), true);
        try (Commands commands = new Commands()) {
            commands.answerTo(request, coach.id);
            commands.answerTo(other, coach.id);
            assertThat(commands.answerTo(offer, coach.id).type()).isEqualTo(REFUSED);
            commands.answerTo(Commands.release(other), coach.id);
            assertThat(commands.answerTo(offer, coach.id).type())
                    .as("a repeat, whose answer has the same id")
                    .isEqualTo(REFUSED);
            assertThat(free(coach, type, List.of(request.start(), coach.at(7, "12:00"), other.start())))
                    .containsExactly(coach.at(7, "12:00"), other.start());
        }
    }

    @Test
    void for_a_booked_time_the_offer_leaves_it_where_it_is() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot booked = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, true);
        List<Instant> times = List.of(coach.at(7, "12:00"));
        try (Commands commands = new Commands()) {
            commands.answerTo(booked, coach.id);
            assertThat(commands.answerTo(offer(booked, times, false), coach.id).type())
                    .isEqualTo(HELD);
            assertThat(free(coach, type, List.of(booked.start(), times.getFirst())))
                    .isEmpty();
        }
    }

    @Test
    void half_an_hour_later_is_kept_beside_the_booked_time_from_everybody_else_and_replaces_it_when_it_is_taken() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot booked = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, true);
        Instant later = coach.at(7, "10:30");
        OfferAlternatives offer = offer(booked, List.of(later), false);
        Alternative chosen = offer.alternatives().getFirst();
        try (Commands commands = new Commands()) {
            commands.answerTo(booked, coach.id);
            var held = commands.answerTo(offer, coach.id);
            assertThat(held.type()).isEqualTo(HELD);
            assertThat(commands.answerTo(offer, coach.id).payload())
                    .as("a repeat, word for word")
                    .isEqualTo(held.payload());
            for (String other : List.of("09:15", "10:00", "10:30", "11:15")) {
                ReserveSlot rival = Commands.reserve(coach, type, "other", coach.at(7, other), null, true);
                assertThat(commands.answerTo(rival, coach.id).payload()).contains("\"reason\":\"overlaps\"");
            }
            var confirm = new ConfirmSlot(chosen.reservationId(), booked.bookingId(), coach.id, later);
            assertThat(commands.answerTo(confirm, coach.id).type()).isEqualTo("availability.replied.slot-confirmed.v1");
            commands.answerTo(Commands.release(booked), coach.id);
            assertThat(free(coach, type, List.of(coach.at(7, "09:30"), booked.start(), later)))
                    .containsExactly(coach.at(7, "09:30"));
        }
    }

    @Test
    void beside_the_booked_time_its_own_start_cannot_be_offered_nor_what_somebody_else_has() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot booked = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, true);
        ReserveSlot next = Commands.reserve(coach, type, "other", coach.at(7, "11:00"), null, true);
        try (Commands commands = new Commands()) {
            commands.answerTo(booked, coach.id);
            commands.answerTo(next, coach.id);
            var refused =
                    commands.answerTo(offer(booked, List.of(booked.start(), coach.at(7, "10:30")), false), coach.id);
            assertThat(refused.type()).isEqualTo(REFUSED);
            assertThat(refused.payload()).contains(":2\",\"reason\":\"already_yours\"", ":3\",\"reason\":\"overlaps\"");
            assertThat(free(coach, type, List.of(booked.start(), coach.at(7, "09:00"))))
                    .as("the booked time stays, alone")
                    .containsExactly(coach.at(7, "09:00"));
        }
    }

    @Test
    void the_booked_time_is_not_counted_beside_those_that_may_replace_it() {
        Coach coach = Coach.atWork(Map.of("maxSessionsPerDay", 1));
        String type = coach.sessionType(Map.of("maxSessionsPerWeek", 1));
        ReserveSlot booked = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, true);
        List<Instant> times = List.of(coach.at(7, "12:00"));
        try (Commands commands = new Commands()) {
            commands.answerTo(booked, coach.id);
            ReserveSlot other = Commands.reserve(coach, type, "other", coach.at(7, "15:00"), null, true);
            assertThat(commands.answerTo(other, coach.id).payload()).contains("daily_cap");
            assertThat(commands.answerTo(offer(booked, times, false), coach.id).type())
                    .isEqualTo(HELD);
        }
    }

    @Test
    void what_was_offered_is_answered_so_again_when_it_could_not_be_offered_any_more() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot booked = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, true);
        OfferAlternatives offer = offer(booked, List.of(coach.at(7, "12:00")), false);
        try (Commands commands = new Commands()) {
            commands.answerTo(booked, coach.id);
            var held = commands.answerTo(offer, coach.id);
            coach.request().delete("/api/session-types/" + type).then().statusCode(204);
            var again = commands.answerTo(offer, coach.id);
            assertThat(again.type()).isEqualTo(HELD);
            assertThat(again.payload()).isEqualTo(held.payload());
        }
    }

    @Test
    void many_at_once_who_handle_an_offer_all_say_that_its_times_are_kept() throws Exception {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot request = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, false);
        List<Instant> times = List.of(coach.at(7, "12:00"), coach.at(8, "12:00"));
        OfferAlternatives offer = offer(request, times, true);
        try (Commands commands = new Commands();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            commands.answerTo(request, coach.id);
            List<Callable<Optional<OutboxMessage>>> all = IntStream.range(0, 8)
                    .<Callable<Optional<OutboxMessage>>>mapToObj(
                            _ -> () -> Objects.requireNonNull(offers).offer(offer, request.bookingId()))
                    .toList();
            List<String> said = new ArrayList<>();
            for (var answer : threads.invokeAll(all)) {
                answer.get().ifPresent(reply -> said.add(reply.type()));
            }
            assertThat(said)
                    .as("but for the one that the write itself sends")
                    .hasSize(7)
                    .containsOnly(HELD);
        }
        assertThat(free(coach, type, times)).isEmpty();
    }

    @Test
    void a_request_that_was_given_back_meanwhile_gets_no_other_times() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        ReserveSlot request = Commands.reserve(coach, type, client, coach.at(7, "10:00"), null, false);
        try (Commands commands = new Commands()) {
            commands.answerTo(request, coach.id);
            commands.answerTo(Commands.release(request), coach.id);
            var refused = commands.answerTo(offer(request, List.of(coach.at(8, "10:00")), true), coach.id);
            assertThat(refused.payload()).contains("\"reason\":\"released\"");
            assertThat(commands.answerTo(offer(request, List.of(), true), coach.id)
                            .type())
                    .as("nothing is offered")
                    .isEqualTo(REFUSED);
        }
    }

    private static List<Instant> free(Coach coach, String type, List<Instant> times) {
        return times.stream()
                .filter(time -> coach.starts(
                                Coach.as("x"),
                                type,
                                time.atZone(ZoneId.of(Coach.ZONE)).toLocalDate())
                        .contains(time.toString()))
                .toList();
    }

    private static OfferAlternatives offer(ReserveSlot request, List<Instant> times, boolean inExchange) {
        List<Alternative> alternatives = new ArrayList<>();
        for (Instant time : times) {
            alternatives.add(new Alternative(request.bookingId() + ":" + (alternatives.size() + 2), time));
        }
        return new OfferAlternatives(
                request.bookingId(),
                request.coachId(),
                request.clientId(),
                request.sessionTypeId(),
                request.durationMinutes(),
                alternatives,
                inExchange ? request.reservationId() : null,
                inExchange ? request.start() : null,
                request.expiresAt().plus(Duration.ofHours(1)),
                inExchange ? null : request.reservationId());
    }

    private static ReleaseSlot release(ReserveSlot request, Alternative other) {
        return new ReleaseSlot(other.reservationId(), request.bookingId(), request.coachId(), other.start());
    }
}
