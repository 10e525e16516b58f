package org.coachbook.booking.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.coachbook.booking.BookingStack;
import org.coachbook.booking.Customer;
import org.coachbook.booking.Stage;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.payment.reply.PaymentRefunded;
import org.coachbook.testing.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BookingStack.class)
class CancellationResourceIT {
    @Inject
    MutableClock clock;

    private final Stage stage = new Stage();

    @AfterEach
    void leave() {
        stage.close();
    }

    @Test
    void the_client_is_shown_his_refund_and_gets_exactly_that() {
        Customer customer = Customer.at(clock.instant());
        String path = "/api/bookings/" + stage.booked(customer);
        Response preview = customer.get(path + "/cancellation");
        assertThat(preview.<Integer>path("refund")).isEqualTo(6000);
        assertThat(preview.<Integer>path("refundPercent")).isEqualTo(100);
        assertThat(preview.<String>path("nextChangeAt"))
                .isEqualTo(customer.start().minus(Duration.ofHours(48)).toString());
        clock.set(customer.start().minus(Duration.ofHours(48)));
        Response changed = customer.post(path + "/cancel", Map.of("expectedRefund", 6000));
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.<String>path("type")).endsWith("/refund-changed");
        assertThat(changed.<Integer>path("preview.refund")).isEqualTo(3000);
        assertThat(customer.post(path + "/cancel", Map.of("expectedRefund", 3000))
                        .statusCode())
                .isEqualTo(200);
        Response again = customer.post(path + "/cancel", Map.of("expectedRefund", 3000));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<String>path("status")).isEqualTo("cancelled_by_client");
    }

    @Test
    void a_refund_is_ordered_and_shown_when_it_is_on_its_way() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        customer.coachPosts("/api/bookings/" + id + "/cancel", Map.of("expectedRefund", 6000, "reason", "ill"));
        var refund = stage.paymentHears("payment.refund.v1", id);
        assertThat(refund.payload()).contains("\"amount\":6000", "cancelled_by_coach");
        stage.calendarHears("availability.release-slot.v1", id);
        stage.worldHears("booking.cancelled.v1", id);
        stage.reply(id, new PaymentRefunded(id, id, id + ":r1", 6000, 6000));
        await().untilAsserted(
                        () -> assertThat(customer.get("/api/bookings/" + id).<String>path("payment.status"))
                                .isEqualTo("refunded"));
        assertThat(customer.get("/api/bookings/" + id + "/history").<String>path("[-1].by"))
                .isEqualTo("coach");
    }

    @Test
    void a_cancellation_needs_the_refund_that_was_shown_and_a_party() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        assertThat(customer.post("/api/bookings/" + id + "/cancel", Map.of()).statusCode())
                .isEqualTo(400);
        assertThat(customer.strangerGets("/api/bookings/" + id + "/cancellation")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Customer.as("stranger", "client")
                        .contentType("application/json")
                        .body(Map.of("expectedRefund", 6000))
                        .post("/api/bookings/" + id + "/cancel")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_cancel_while_a_command_is_out_is_202_and_done_after_its_reply() {
        Customer customer = Customer.at(clock.instant());
        String id = customer.placed(6000);
        stage.calendarHears("availability.reserve-slot.v1", id);
        Response wish = customer.post("/api/bookings/" + id + "/cancel", Map.of("expectedRefund", 0));
        assertThat(wish.statusCode()).isEqualTo(202);
        assertThat(wish.<String>path("status")).isEqualTo("placing");
        assertThat(wish.<String>path("pending.action")).isEqualTo("cancel");
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.FIRM, false));
        stage.calendarHears("availability.release-slot.v1", id);
        assertThat(customer.status(id)).isEqualTo("cancelled_by_client");
        assertThat(stage.paymentCommandsOf(id)).isEmpty();
    }
}
