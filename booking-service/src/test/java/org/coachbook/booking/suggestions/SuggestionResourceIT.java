package org.coachbook.booking.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.coachbook.booking.BookingStack;
import org.coachbook.booking.Customer;
import org.coachbook.booking.Stage;
import org.coachbook.contracts.availability.Alternative;
import org.coachbook.contracts.availability.AlternativesHeld;
import org.coachbook.contracts.availability.AlternativesRefused;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.RefusedAlternative;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.MutableClock;
import org.coachbook.testing.ReceivedMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BookingStack.class)
class SuggestionResourceIT {
    @Inject
    MutableClock clock;

    private final Stage stage = new Stage();

    @AfterEach
    void leave() {
        stage.close();
    }

    @Test
    void the_client_sees_the_suggested_times_and_takes_one() {
        Customer customer = Customer.at(clock.instant());
        String id = requested(customer);
        Response suggested = suggest(customer, id, held(customer, id));
        assertThat(suggested.statusCode()).isEqualTo(200);
        assertThat(suggested.<String>path("status")).isEqualTo("time_suggested");
        assertThat(stage.worldHears("booking.times-suggested.v1", id).payload())
                .contains("\"status\":\"time_suggested\"");
        Response seen = customer.get("/api/bookings/" + id);
        assertThat(seen.<List<Integer>>path("suggestions.number")).containsExactly(0, 1);
        assertThat(seen.<List<String>>path("suggestions.start"))
                .containsExactlyElementsOf(
                        times(customer).stream().map(Instant::toString).toList());
        assertThat(seen.<String>path("deadline"))
                .isEqualTo(clock.instant().plus(Duration.ofHours(48)).toString());
        var answer =
                CompletableFuture.supplyAsync(() -> customer.post("/api/bookings/" + id + "/suggestions/1/accept", ""));
        stage.calendarHears("availability.release-slot.v1", id);
        assertThat(stage.calendarHears("availability.confirm-slot.v1", id).payload())
                .contains(id + ":3");
        stage.reply(id, new SlotConfirmed(id + ":3", id, "coach", null));
        Response taken = answer.join();
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.<String>path("status")).isEqualTo("confirmed");
        assertThat(taken.<String>path("start")).isEqualTo(times(customer).get(1).toString());
        assertThat(taken.<List<Object>>path("suggestions")).isEmpty();
        assertThat(customer.post("/api/bookings/" + id + "/suggestions/1/accept", "")
                        .statusCode())
                .as("once more")
                .isEqualTo(200);
    }

    @Test
    void times_that_cannot_be_had_are_named_and_the_request_stays() {
        Customer customer = Customer.at(clock.instant());
        String id = requested(customer);
        var refused = new RefusedAlternative(id + ":3", RefusalReason.OVERLAPS);
        Response answer = suggest(customer, id, new AlternativesRefused(id, customer.coachId(), List.of(refused)));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("type")).endsWith("/slot-unavailable");
        assertThat(answer.<List<Map<String, String>>>path("times"))
                .containsExactly(Map.of("start", times(customer).get(1).toString(), "reason", "overlaps"));
        assertThat(customer.status(id)).isEqualTo("requested");
    }

    @Test
    void while_the_calendar_is_asked_the_step_is_pending_and_a_late_repeated_answer_counts_once() {
        Customer customer = Customer.at(clock.instant());
        String id = requested(customer);
        for (int i = 0; i < 2; i++) {
            Response asked = customer.coachPosts("/api/bookings/" + id + "/suggest", body(customer));
            assertThat(asked.statusCode()).isEqualTo(202);
            assertThat(asked.<String>path("pending.action")).isEqualTo("suggest");
        }
        CloudEvent held = stage.reply(id, held(customer, id));
        stage.again(held);
        stage.worldHears("booking.times-suggested.v1", id);
        assertThat(customer.post("/api/bookings/" + id + "/suggestions/decline", Map.of("message", "no time"))
                        .<String>path("status"))
                .isEqualTo("declined");
        stage.again(held);
        assertThat(stage.eventsOf(id))
                .extracting(ReceivedMessage::type)
                .containsExactly(
                        "booking.placed.v1",
                        "booking.requested.v1",
                        "booking.times-suggested.v1",
                        "booking.declined.v1");
        assertThat(customer.status(id)).isEqualTo("declined");
    }

    @Test
    void without_a_choice_the_times_are_given_back_at_the_deadline() {
        Customer customer = Customer.at(clock.instant());
        String id = requested(customer);
        suggest(customer, id, held(customer, id));
        clock.set(clock.instant().plus(Duration.ofHours(48)));
        stage.worldHears("booking.expired.v1", id);
        assertThat(customer.get("/api/bookings/" + id).<String>path("reason")).isEqualTo("not_answered");
        assertThat(stage.calendarCommandsOf(id))
                .filteredOn(command -> command.type().equals("availability.release-slot.v1"))
                .hasSize(3);
    }

    @Test
    void who_may_not_and_what_is_wrong_is_said() {
        Customer customer = Customer.at(clock.instant());
        String path = "/api/bookings/" + requested(customer);
        assertThat(customer.post(path + "/suggest", body(customer)).statusCode())
                .isEqualTo(403);
        assertThat(customer.coachPosts(path + "/suggest", Map.of("times", List.of()))
                        .statusCode())
                .isEqualTo(400);
        List<String> six = Collections.nCopies(6, customer.start().toString());
        assertThat(customer.coachPosts(path + "/suggest", Map.of("times", six)).statusCode())
                .isEqualTo(400);
        Response early = customer.post(path + "/suggestions/0/accept", "");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.<String>path("type")).endsWith("/illegal-transition");
        assertThat(Customer.as("stranger", "client")
                        .contentType("application/json")
                        .post(path + "/suggestions/decline")
                        .statusCode())
                .isEqualTo(404);
    }

    private Response suggest(Customer customer, String id, Record answer) {
        var response = CompletableFuture.supplyAsync(
                () -> customer.coachPosts("/api/bookings/" + id + "/suggest", body(customer)));
        stage.calendarHears("availability.offer-alternatives.v1", id);
        stage.reply(id, answer);
        return response.join();
    }

    private static AlternativesHeld held(Customer customer, String id) {
        List<Instant> times = times(customer);
        List<Alternative> kept =
                List.of(new Alternative(id + ":2", times.get(0)), new Alternative(id + ":3", times.get(1)));
        return new AlternativesHeld(id, customer.coachId(), kept, times.getFirst(), "Europe/Zurich");
    }

    private static List<Instant> times(Customer customer) {
        return List.of(
                customer.start().plus(Duration.ofHours(2)), customer.start().plus(Duration.ofDays(1)));
    }

    private static Map<String, Object> body(Customer customer) {
        return Map.of("times", times(customer).stream().map(Instant::toString).toList(), "message", "rather then");
    }

    private String requested(Customer customer) {
        String id = customer.placed(0);
        stage.calendarHears("availability.reserve-slot.v1", id);
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.REQUEST, false));
        stage.worldHears("booking.requested.v1", id);
        return id;
    }
}
