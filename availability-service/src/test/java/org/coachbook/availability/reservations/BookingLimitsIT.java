package org.coachbook.availability.reservations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Commands;
import org.coachbook.availability.Stack;
import org.coachbook.availability.holds.BookingAllowance;
import org.coachbook.availability.holds.OpenBooking;
import org.coachbook.contracts.availability.Alternative;
import org.coachbook.contracts.availability.ExtendSlot;
import org.coachbook.contracts.availability.OfferAlternatives;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.availability.ReserveSlot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Stack
class BookingLimitsIT {
    private final String client = "client-" + UUID.randomUUID();

    @Inject
    BookingAllowance allowance;

    @Test
    void a_fourth_unpaid_time_is_refused_until_one_is_settled_however_it_is_kept() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        try (Commands commands = new Commands()) {
            ReserveSlot first = reserve(coach, type, 8, holdId(coach, type, 8), false);
            ReserveSlot second = reserve(coach, type, 9, null, false);
            assertReserved(commands, first);
            assertReserved(commands, second);
            holdId(coach, type, 10);
            hold(coach, type, 11)
                    .statusCode(429)
                    .body("type", equalTo("https://coachbook.org/problems/too-many-holds"));
            assertThat(answer(commands, reserve(coach, type, 11, null, false)))
                    .contains("\"reason\":\"too_many_holds\"", "\"nearest\":[]");
            assertReserved(commands, reserve(coach, type, 12, null, true));
            commands.answerTo(Commands.confirm(first), coach.id);
            assertReserved(commands, first);
            assertReserved(commands, reserve(coach, type, 11, null, false));
            hold(coach, type, 13).statusCode(429);
            commands.answerTo(release(second), coach.id);
            await().untilAsserted(() -> hold(coach, type, 13).statusCode(201)); // the answer comes before the count
        }
    }

    @Test
    void what_the_calendar_refuses_does_not_count() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of());
        try (Commands commands = new Commands()) {
            commands.answerTo(Commands.reserve(coach, type, "other", coach.at(7, "10:00"), null, true), coach.id);
            for (int i = 0; i < 4; i++) {
                assertThat(answer(commands, reserve(coach, type, 10, null, false)))
                        .contains("\"reason\":\"overlaps\"");
            }
            assertReserved(commands, reserve(coach, type, 11, null, false));
        }
    }

    @Test
    void three_requests_may_wait_for_one_coach() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of("bookingRules", Map.of("allowFirmBooking", false)));
        List<ReserveSlot> requests = new ArrayList<>();
        try (Commands commands = new Commands()) {
            for (int hour = 8; hour < 11; hour++) {
                ReserveSlot request = reserve(coach, type, hour, null, false);
                assertReserved(commands, request);
                commands.answerTo(extend(request), coach.id);
                requests.add(request);
            }
            assertThat(answer(commands, reserve(coach, type, 12, null, false)))
                    .contains("\"reason\":\"too_many_requests\"");
            commands.answerTo(release(requests.getFirst()), coach.id);
            assertReserved(commands, reserve(coach, type, 12, null, false));
        }
    }

    @Test
    void a_request_that_is_still_to_be_paid_counts_as_a_held_time_however_often_it_gets_more_time() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of("bookingRules", Map.of("allowFirmBooking", false)));
        try (Commands commands = new Commands()) {
            List<ReserveSlot> requests = new ArrayList<>();
            for (int hour = 8; hour < 11; hour++) {
                ReserveSlot request = reserve(coach, type, hour, null, false);
                assertReserved(commands, request);
                commands.answerTo(extend(request, false), coach.id);
                requests.add(request);
            }
            Coach other = Coach.atWork();
            String firm = other.sessionType(Map.of());
            assertThat(answer(commands, reserve(other, firm, 12, null, false)))
                    .contains("\"reason\":\"too_many_holds\"");
            commands.answerTo(extend(requests.getFirst(), true), coach.id);
            assertReserved(commands, reserve(other, firm, 12, null, false));
        }
    }

    @Test
    void a_request_whose_time_is_lost_before_it_is_with_the_coach_counts_no_more() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of("bookingRules", Map.of("allowFirmBooking", false)));
        try (Commands commands = new Commands()) {
            for (int hour = 8; hour < 11; hour++) {
                ReserveSlot lapsed = lapsed(reserve(coach, type, hour, null, false));
                assertReserved(commands, lapsed);
                assertReserved(commands, Commands.reserve(coach, type, "other" + hour, lapsed.start(), null, false));
                assertThat(commands.answerTo(extend(lapsed), coach.id).type())
                        .isEqualTo("availability.replied.slot-lost.v1");
            }
            assertReserved(commands, reserve(coach, type, 12, null, false));
        }
    }

    @Test
    void a_request_counts_while_other_times_are_suggested_and_until_the_last_of_them_is_given_back() {
        Coach coach = Coach.atWork();
        String type = coach.sessionType(Map.of("bookingRules", Map.of("allowFirmBooking", false)));
        try (Commands commands = new Commands()) {
            ReserveSlot request = reserve(coach, type, 8, null, false);
            for (ReserveSlot one : List.of(request, reserve(coach, type, 9, null, false))) {
                assertReserved(commands, one);
                commands.answerTo(extend(one), coach.id);
            }
            assertReserved(commands, reserve(coach, type, 10, null, false));
            assertOffer(commands, request, List.of(attempt(request, 2, 12), attempt(request, 3, 23)), "refused");
            commands.answerTo(release(attempt(request, 2, 12)), coach.id);
            commands.answerTo(release(attempt(request, 3, 23)), coach.id);
            assertTooMany(commands, reserve(coach, type, 14, null, false));
            ReserveSlot chosen = attempt(request, 4, 12);
            ReserveSlot other = attempt(request, 5, 13);
            assertOffer(commands, request, List.of(other, chosen), "held");
            commands.answerTo(extend(request), coach.id); // once more: its time is gone, the request is not
            commands.answerTo(release(other), coach.id);
            assertTooMany(commands, reserve(coach, type, 14, null, false));
            commands.answerTo(extend(chosen), coach.id);
            assertTooMany(commands, reserve(coach, type, 14, null, false));
            commands.answerTo(release(chosen), coach.id);
            assertReserved(commands, reserve(coach, type, 14, null, false));
        }
    }

    @Test
    void of_many_bookings_at_once_three_are_counted() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> taken = IntStream.range(0, 12)
                    .mapToObj(n -> threads.submit(() -> isTaken("b" + n, "coach" + n)))
                    .toList();
            int count = 0;
            for (Future<Boolean> one : taken) {
                count += one.get() ? 1 : 0;
            }
            assertThat(count).isEqualTo(3);
        }
    }

    private boolean isTaken(String booking, String coach) {
        Instant later = Instant.now().plus(Duration.ofHours(1));
        RefusalReason why = allowance.take(client, open(client + booking, coach, later));
        assertThat(why).isIn(null, RefusalReason.TOO_MANY_HOLDS);
        return why == null;
    }

    private static OpenBooking open(String booking, String coach, Instant later) {
        return new OpenBooking(booking, List.of(booking + ":1"), coach, null, false, true, later);
    }

    private static void assertReserved(Commands commands, ReserveSlot command) {
        assertThat(commands.answerTo(command, command.coachId()).type())
                .isEqualTo("availability.replied.slot-reserved.v1");
    }

    private static String answer(Commands commands, ReserveSlot command) {
        return String.valueOf(commands.answerTo(command, command.coachId()).payload());
    }

    private static void assertTooMany(Commands commands, ReserveSlot command) {
        assertThat(answer(commands, command)).contains("\"reason\":\"too_many_requests\"");
    }

    private static void assertOffer(Commands commands, ReserveSlot request, List<ReserveSlot> times, String outcome) {
        var offer = new OfferAlternatives(
                request.bookingId(),
                request.coachId(),
                request.clientId(),
                request.sessionTypeId(),
                request.durationMinutes(),
                times.stream()
                        .map(time -> new Alternative(time.reservationId(), time.start()))
                        .toList(),
                request.reservationId(),
                request.start(),
                Instant.now().plus(Duration.ofHours(24)),
                null);
        assertThat(commands.answerTo(offer, request.coachId()).type())
                .isEqualTo("availability.replied.alternatives-" + outcome + ".v1");
    }

    /** Another attempt of the same booking, so many hours after midnight of the same day. */
    private static ReserveSlot attempt(ReserveSlot r, int number, int hour) {
        Instant start = r.start().plus(Duration.ofHours(hour - 8));
        return with(r, r.bookingId() + ":" + number, start, r.expiresAt());
    }

    private static ReserveSlot lapsed(ReserveSlot r) {
        return with(r, r.reservationId(), r.start(), Instant.now().minusSeconds(1));
    }

    private static ReserveSlot with(ReserveSlot r, String id, Instant start, Instant expiresAt) {
        return new ReserveSlot(
                id,
                r.bookingId(),
                r.coachId(),
                r.clientId(),
                r.sessionTypeId(),
                start,
                r.durationMinutes(),
                r.holdId(),
                r.confirm(),
                expiresAt);
    }

    private ReserveSlot reserve(Coach coach, String type, int hour, @Nullable String hold, boolean confirm) {
        return Commands.reserve(coach, type, client, at(coach, hour), hold, confirm);
    }

    private static Instant at(Coach coach, int hour) {
        return coach.at(7, "%02d:00".formatted(hour));
    }

    private static ExtendSlot extend(ReserveSlot r) {
        return extend(r, null);
    }

    /** @param withCoach null: as commands were sent before they told */
    private static ExtendSlot extend(ReserveSlot r, @Nullable Boolean withCoach) {
        Instant later = Instant.now().plus(Duration.ofHours(48));
        return new ExtendSlot(r.reservationId(), r.bookingId(), r.coachId(), r.start(), later, withCoach);
    }

    private static ReleaseSlot release(ReserveSlot r) {
        return new ReleaseSlot(r.reservationId(), r.bookingId(), r.coachId(), r.start());
    }

    private String holdId(Coach coach, String type, int hour) {
        return hold(coach, type, hour).statusCode(201).extract().path("id");
    }

    private ValidatableResponse hold(Coach coach, String type, int hour) {
        return Coach.as(client)
                .body(Map.of(
                        "coachId",
                        coach.id,
                        "sessionTypeId",
                        type,
                        "start",
                        at(coach, hour).toString()))
                .post("/api/slots/holds")
                .then();
    }
}
