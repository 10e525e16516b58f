package org.coachbook.booking.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.coachbook.booking.BookingStack;
import org.coachbook.booking.Customer;
import org.coachbook.booking.Stage;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.testing.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BookingStack.class)
class ApprovalResourceIT {
    @Inject
    MutableClock clock;

    private final Stage stage = new Stage();

    @AfterEach
    void leave() {
        stage.close();
    }

    @Test
    void the_coach_accepts_and_the_request_is_confirmed() {
        Customer customer = Customer.at(clock.instant());
        String id = requested(customer);
        var answer = CompletableFuture.supplyAsync(
                () -> customer.coachPosts("/api/bookings/" + id + "/accept", Map.of("message", "gladly")));
        stage.calendarHears("availability.confirm-slot.v1", id);
        stage.reply(id, new SlotConfirmed(id + ":1", id, "coach", null));
        Response accepted = answer.join();
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(accepted.<String>path("status")).isEqualTo("confirmed");
        assertThat(stage.worldHears("booking.confirmed.v1", id).payload()).contains("\"status\":\"confirmed\"");
    }

    @Test
    void an_acceptance_under_way_is_202_and_pending() {
        Customer customer = Customer.at(clock.instant());
        String id = requested(customer);
        for (int i = 0; i < 2; i++) {
            Response accepted = customer.coachPosts("/api/bookings/" + id + "/accept", Map.of());
            assertThat(accepted.statusCode()).isEqualTo(202);
            assertThat(accepted.<String>path("status")).isEqualTo("requested");
            assertThat(accepted.<String>path("pending.by")).isEqualTo("coach");
        }
        assertThat(stage.calendarCommandsOf(id)).hasSize(3); // reserve, extend, one confirm
    }

    @Test
    void a_client_may_not_accept_and_a_stranger_may_not_know() {
        Customer customer = Customer.at(clock.instant());
        String path = "/api/bookings/" + requested(customer) + "/accept";
        assertThat(customer.post(path, Map.of()).statusCode()).isEqualTo(403);
        assertThat(Customer.as("stranger", "coach")
                        .contentType("application/json")
                        .post(path)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void declining_frees_the_time_and_cannot_be_taken_back() {
        Customer customer = Customer.at(clock.instant());
        String id = requested(customer);
        String path = "/api/bookings/" + id;
        assertThat(customer.coachPosts(path + "/decline", Map.of()).<String>path("status"))
                .isEqualTo("declined");
        stage.calendarHears("availability.release-slot.v1", id);
        stage.worldHears("booking.declined.v1", id);
        Response late = customer.coachPosts(path + "/accept", Map.of());
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.<String>path("from")).isEqualTo("declined");
        assertThat(late.<List<String>>path("allowed")).isEmpty();
    }

    @Test
    void the_coach_says_who_came_after_the_end_only() {
        Customer customer = Customer.at(clock.instant());
        String id = customer.placed(0);
        stage.calendarHears("availability.reserve-slot.v1", id);
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.FIRM, true));
        stage.worldHears("booking.confirmed.v1", id);
        String path = "/api/bookings/" + id + "/status";
        Response early = customer.coachPuts(path, Map.of("status", "no_show"));
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(customer.coachPuts(path, Map.of("status", "confirmed")).statusCode())
                .isEqualTo(400);
        clock.set(customer.start().plus(Duration.ofHours(2)));
        stage.worldHears("booking.completed.v1", id);
        assertThat(customer.coachPuts(path, Map.of("status", "no_show")).<String>path("status"))
                .isEqualTo("no_show");
        stage.worldHears("booking.client-no-show.v1", id);
    }

    private String requested(Customer customer) {
        String id = customer.placed(0);
        stage.calendarHears("availability.reserve-slot.v1", id);
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.REQUEST, false));
        stage.worldHears("booking.requested.v1", id);
        return id;
    }
}
