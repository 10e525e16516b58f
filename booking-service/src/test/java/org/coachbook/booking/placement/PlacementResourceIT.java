package org.coachbook.booking.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.coachbook.booking.BookingStack;
import org.coachbook.booking.Customer;
import org.coachbook.booking.Stage;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.SlotRefused;
import org.coachbook.contracts.availability.TimeRange;
import org.coachbook.contracts.payment.reply.PaymentImpossible;
import org.coachbook.contracts.payment.reply.PaymentPrepared;
import org.coachbook.testing.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(BookingStack.class)
class PlacementResourceIT {
    private static final String RESERVE = "availability.reserve-slot.v1";
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    @Inject
    MutableClock clock;

    private final Stage stage = new Stage();

    @AfterEach
    void leave() {
        stage.close();
    }

    @Test
    void a_free_firm_booking_is_answered_201_and_announced_once() {
        Customer customer = Customer.at(clock.instant());
        var answer = placing(customer, "key", 0);
        String id = BookingKey.idOf(customer.clientId(), "key");
        var command = stage.calendarHears(RESERVE, id);
        assertThat(command.key()).isEqualTo(customer.coachId());
        assertThat(command.header("saga-step")).isEqualTo("reserve-slot");
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.FIRM, true));
        Response placed = answer.join();
        assertThat(placed.statusCode()).as(placed.asString()).isEqualTo(201);
        assertThat(placed.header("Location")).endsWith("/api/bookings/" + id);
        assertThat(placed.<String>path("booking.status")).isEqualTo("firm_booked");
        assertThat(placed.<String>path("booking.payment.status")).isEqualTo("completed");
        assertThat(placed.<String>path("booking.sessionType.name")).isEqualTo("Career coaching");
        assertThat(placed.<Integer>path("booking.sequence")).isEqualTo(1);
        assertThat(placed.asString()).doesNotContain("platformFee", "payout", "Secret");
        assertThat(stage.eventsOf(id)).extracting(m -> m.type()).containsExactly("booking.confirmed.v1");
    }

    @Test
    void a_paid_booking_is_answered_with_the_client_secret_and_the_price_of_the_quote() {
        Customer customer = Customer.at(clock.instant());
        var answer = placing(customer, "key", 6000);
        String id = BookingKey.idOf(customer.clientId(), "key");
        stage.calendarHears(RESERVE, id);
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.FIRM, false));
        var authorize = stage.paymentHears("payment.authorize.v1", id);
        assertThat(authorize.payload()).contains("\"amount\":6000", "\"platformFee\":900");
        stage.reply(id, new PaymentPrepared(id, id));
        Response placed = answer.join();
        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(placed.<String>path("booking.status")).isEqualTo("awaiting_payment");
        assertThat(placed.<Integer>path("booking.price.final")).isEqualTo(6000);
        assertThat(placed.<String>path("paymentIntentClientSecret")).isEqualTo("pi_1_secret_for-the-client");
    }

    @Test
    void a_lost_race_is_409_with_the_reason_and_the_nearest_times_and_nobody_else_hears_of_it() {
        Customer customer = Customer.at(clock.instant());
        var answer = placing(customer, "key", 0);
        String id = BookingKey.idOf(customer.clientId(), "key");
        stage.calendarHears(RESERVE, id);
        TimeRange near = new TimeRange(
                customer.start().plusSeconds(3600), customer.start().plusSeconds(7200));
        stage.reply(id, new SlotRefused(id + ":1", id, "coach", RefusalReason.OVERLAPS, List.of(near)));
        Response refused = answer.join();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.<String>path("type")).endsWith("/slot-unavailable");
        assertThat(refused.<String>path("reason")).isEqualTo("overlaps");
        assertThat(refused.<String>path("nearest[0].start"))
                .isEqualTo(near.start().toString());
        assertThat(stage.eventsOf(id)).isEmpty();
        assertThat(customer.place("key", customer.order(0)).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_MANY_HOLDS, 429, too-many-holds",
        "TOO_MANY_REQUESTS, 429, too-many-requests-open",
        "CALENDAR_NOT_CHECKED, 503, calendar-not-checked"
    })
    void what_is_not_the_times_fault_is_told_by_its_name(RefusalReason reason, int status, String type) {
        Customer customer = Customer.at(clock.instant());
        var answer = placing(customer, "key", 0);
        String id = BookingKey.idOf(customer.clientId(), "key");
        stage.calendarHears(RESERVE, id);
        stage.reply(id, new SlotRefused(id + ":1", id, "coach", reason, List.of()));
        Response refused = answer.join();
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.<String>path("type")).endsWith("/problems/" + type);
        assertThat(refused.<String>path("detail")).isNotBlank();
    }

    @Test
    void without_an_answer_in_time_nothing_is_placed_and_the_client_is_told_so() {
        Customer customer = Customer.at(clock.instant());
        var answer = placing(customer, "key", 0);
        String id = BookingKey.idOf(customer.clientId(), "key");
        stage.calendarHears(RESERVE, id);
        clock.advance(Duration.ofSeconds(10));
        Response unplaced = answer.join();
        assertThat(unplaced.statusCode()).as(unplaced.asString()).isEqualTo(409);
        assertThat(unplaced.<String>path("type")).endsWith("/not-placed");
        stage.calendarHears("availability.release-slot.v1", id);
        assertThat(customer.place("key", customer.order(0)).statusCode()).isEqualTo(409);
    }

    @Test
    void a_coach_who_cannot_be_paid_is_409() {
        Customer customer = Customer.at(clock.instant());
        var answer = placing(customer, "key", 6000);
        String id = BookingKey.idOf(customer.clientId(), "key");
        stage.calendarHears(RESERVE, id);
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.FIRM, false));
        stage.paymentHears("payment.authorize.v1", id);
        stage.reply(id, new PaymentImpossible(id, id, "coach_not_payable"));
        assertThat(answer.join().<String>path("type")).endsWith("/coach-not-payable");
        stage.calendarHears("availability.release-slot.v1", id);
    }

    @Test
    void one_key_is_one_booking_however_often_and_however_fast_it_is_sent() {
        Customer customer = Customer.at(clock.instant());
        Map<String, Object> order = customer.order(0);
        List<CompletableFuture<Response>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> customer.place("key", order), THREADS))
                .toList();
        String id = BookingKey.idOf(customer.clientId(), "key");
        stage.calendarHears(RESERVE, id);
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.FIRM, true));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.join().statusCode()).isEqualTo(201);
            assertThat(answer.join().<String>path("booking.id")).isEqualTo(id);
        });
        assertThat(stage.calendarCommandsOf(id)).hasSize(1);
    }

    @Test
    void a_replay_finds_its_booking_whatever_the_age_of_the_quote_and_another_order_does_not() {
        Customer customer = Customer.at(clock.instant());
        Map<String, Object> order = customer.order(0);
        var answer = CompletableFuture.supplyAsync(() -> customer.place("key", order), THREADS);
        String id = BookingKey.idOf(customer.clientId(), "key");
        stage.calendarHears(RESERVE, id);
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.FIRM, true));
        answer.join();
        clock.advance(Duration.ofMinutes(20));
        assertThat(customer.place("key", order).statusCode()).isEqualTo(201);
        assertThat(customer.place("other", order).<String>path("type")).endsWith("/quote-expired");
        order.put("title", "Another talk");
        Response reused = customer.place("key", order);
        assertThat(reused.statusCode()).isEqualTo(422);
        assertThat(reused.<String>path("type")).endsWith("/idempotency-key-reused");
    }

    @Test
    void what_is_not_the_clients_to_say_is_refused() {
        Customer customer = Customer.at(clock.instant());
        for (String field : List.of("price", "status", "platformFee", "coachAccount", "clientId")) {
            Map<String, Object> order = customer.order(6000);
            order.put(field, "1");
            assertThat(customer.place("key", order).statusCode()).as(field).isEqualTo(400);
        }
        Map<String, Object> injected = customer.order(6000);
        injected.put("coachId", Map.of("$gt", ""));
        assertThat(customer.place("key", injected).statusCode()).isEqualTo(400);
    }

    @Test
    void a_key_a_matching_quote_and_bounded_texts_are_required() {
        Customer customer = Customer.at(clock.instant());
        Map<String, Object> order = customer.order(0);
        Response keyless = Customer.as(customer.clientId(), "client")
                .contentType("application/json")
                .body(order)
                .post("/api/bookings");
        assertThat(keyless.statusCode()).isEqualTo(400);
        order.put("durationMinutes", 90);
        Response mismatch = customer.place("key", order);
        assertThat(mismatch.<String>path("type")).endsWith("/quote-mismatch");
        assertThat(mismatch.<String>path("detail")).contains("ask for a new quote");
        order.put("quote", "a.b.c");
        assertThat(customer.place("key", order).<String>path("type")).endsWith("/quote-invalid");
        order.put("notes", "x".repeat(2001));
        assertThat(customer.place("key", order).<String>path("errors[0].field")).isEqualTo("notes");
    }

    private static CompletableFuture<Response> placing(Customer customer, String key, long total) {
        return CompletableFuture.supplyAsync(() -> customer.place(key, customer.order(total)), THREADS);
    }
}
