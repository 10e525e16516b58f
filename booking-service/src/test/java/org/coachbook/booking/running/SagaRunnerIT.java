package org.coachbook.booking.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.coachbook.booking.BookingStack;
import org.coachbook.booking.Customer;
import org.coachbook.booking.Stage;
import org.coachbook.booking.process.Action;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.contracts.payment.reply.PaymentAuthorized;
import org.coachbook.contracts.payment.reply.PaymentCancelled;
import org.coachbook.contracts.payment.reply.PaymentCaptured;
import org.coachbook.contracts.payment.reply.PaymentPrepared;
import org.coachbook.testing.MutableClock;
import org.coachbook.testing.ReceivedMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BookingStack.class)
class SagaRunnerIT {
    @Inject
    MutableClock clock;

    @Inject
    SagaRunner runner;

    private final Stage stage = new Stage();

    @AfterEach
    void leave() {
        stage.close();
    }

    @Test
    void a_paid_booking_goes_all_the_way_with_every_reply_sent_twice() {
        Customer customer = Customer.at(clock.instant());
        String id = awaitingPayment(customer);
        stage.again(
                stage.reply(id, new PaymentAuthorized(id, id, clock.instant().plus(Duration.ofDays(7)))));
        stage.calendarHears("availability.confirm-slot.v1", id);
        stage.again(stage.reply(id, new SlotConfirmed(id + ":1", id, "coach", null)));
        stage.paymentHears("payment.capture.v1", id);
        stage.again(stage.reply(id, new PaymentCaptured(id, id, 6000)));
        stage.worldHears("booking.confirmed.v1", id);
        assertThat(customer.status(id)).isEqualTo("firm_booked");
        assertThat(stage.eventsOf(id))
                .extracting(ReceivedMessage::type)
                .containsExactly("booking.placed.v1", "booking.payment-required.v1", "booking.confirmed.v1");
        assertThat(stage.eventsOf(id)).extracting(ReceivedMessage::sequence).containsExactly(1L, 2L, 3L);
        assertThat(stage.paymentCommandsOf(id)).hasSize(2);
    }

    @Test
    void an_authorisation_that_overtakes_the_preparation_is_not_lost() {
        Customer customer = Customer.at(clock.instant());
        String id = customer.placed(6000);
        stage.calendarHears("availability.reserve-slot.v1", id);
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.FIRM, false));
        stage.paymentHears("payment.authorize.v1", id);
        stage.reply(id, new PaymentAuthorized(id, id, clock.instant().plus(Duration.ofDays(7))));
        stage.reply(id, new PaymentPrepared(id, id));
        stage.calendarHears("availability.confirm-slot.v1", id);
    }

    @Test
    void an_unpaid_booking_expires_after_its_payment_was_settled_and_late_money_goes_back() {
        Customer customer = Customer.at(clock.instant());
        String id = awaitingPayment(customer);
        clock.advance(Duration.ofMinutes(16));
        ReceivedMessage settle = stage.paymentHears("payment.cancel.v1", id);
        assertThat(settle.payload()).contains("\"onlyIfUnpaid\":true");
        stage.reply(id, new PaymentCancelled(id, id, 0));
        stage.calendarHears("availability.release-slot.v1", id);
        stage.worldHears("booking.expired.v1", id);
        stage.reply(id, new PaymentCaptured(id, id, 6000));
        await().untilAsserted(() ->
                assertThat(stage.paymentCommandsOf(id).getLast().payload()).contains("\"onlyIfUnpaid\":false"));
        assertThat(customer.status(id)).isEqualTo("expired");
    }

    @Test
    void a_calendar_that_is_silent_for_10_seconds_ends_the_booking() {
        Customer customer = Customer.at(clock.instant());
        String id = customer.placed(0);
        clock.advance(Duration.ofSeconds(11));
        stage.calendarHears("availability.release-slot.v1", id);
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.FIRM, true));
        await().untilAsserted(() -> assertThat(stage.calendarCommandsOf(id)).hasSize(3));
        assertThat(stage.eventsOf(id)).isEmpty();
    }

    @Test
    void runners_that_race_for_a_timer_move_the_booking_once() {
        Customer customer = Customer.at(clock.instant());
        String id = awaitingPayment(customer);
        clock.advance(Duration.ofMinutes(16));
        race(8, () -> runner.wake(id));
        assertThat(stage.paymentCommandsOf(id))
                .extracting(ReceivedMessage::type)
                .containsExactly("payment.authorize.v1", "payment.cancel.v1");
    }

    @Test
    void of_accept_and_decline_at_the_same_moment_one_wins() {
        Customer customer = Customer.at(clock.instant());
        String id = customer.placed(0);
        stage.calendarHears("availability.reserve-slot.v1", id);
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.REQUEST, false));
        stage.worldHears("booking.requested.v1", id);
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> runner.act(id, new Action.Decline(customer.coachId(), null))),
                        CompletableFuture.runAsync(() -> runner.act(id, new Action.Accept(customer.coachId(), null))))
                .join();
        stage.reply(id, new SlotConfirmed(id + ":1", id, "coach", null));
        await().untilAsserted(() -> assertThat(stage.eventsOf(id)).hasSize(3));
        assertThat(List.of("declined", "confirmed")).contains(customer.status(id));
    }

    private String awaitingPayment(Customer customer) {
        String id = customer.placed(6000);
        stage.calendarHears("availability.reserve-slot.v1", id);
        stage.again(stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.FIRM, false)));
        stage.paymentHears("payment.authorize.v1", id);
        stage.again(stage.reply(id, new PaymentPrepared(id, id)));
        stage.worldHears("booking.payment-required.v1", id);
        return id;
    }

    private static void race(int runners, Runnable work) {
        CompletableFuture.allOf(IntStream.range(0, runners)
                        .mapToObj(i -> CompletableFuture.runAsync(work))
                        .toArray(CompletableFuture[]::new))
                .join();
    }
}
