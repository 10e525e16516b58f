package org.coachbook.booking.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.coachbook.booking.BookingStack;
import org.coachbook.booking.Customer;
import org.coachbook.booking.Stage;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.SessionGoing;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.contracts.availability.SlotRefused;
import org.coachbook.testing.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BookingStack.class)
class SagasResourceIT {
    @Inject
    MutableClock clock;

    @Inject
    Database database;

    private final Stage stage = new Stage();

    @AfterEach
    void leave() {
        stage.close();
    }

    @Test
    void a_saga_that_cannot_go_on_is_put_aside_alone_and_goes_on_when_it_is_resumed() {
        Customer customer = Customer.at(clock.instant());
        String id = customer.placed(0);
        stage.calendarHears("availability.reserve-slot.v1", id);
        setStep(id, "step-of-a-later-version");
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.FIRM, true));
        await().untilAsserted(() -> assertThat(stuck()).contains(id));
        Customer other = Customer.at(clock.instant());
        String healthy = other.placed(0);
        stage.reply(healthy, Stage.reserved(healthy, other.start(), BookingMode.FIRM, true));
        stage.worldHears("booking.confirmed.v1", healthy);
        setStep(id, "reserve-slot");
        Response resumed = admin().post("/operations/sagas/" + id + "/resume");
        assertThat(resumed.statusCode()).isEqualTo(200);
        stage.worldHears("booking.confirmed.v1", id);
        assertThat(stuck()).doesNotContain(id);
    }

    @Test
    void an_operator_ends_a_booking_and_everything_is_given_back() {
        Customer customer = Customer.at(clock.instant());
        String id = customer.placed(6000);
        stage.calendarHears("availability.reserve-slot.v1", id);
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.FIRM, false));
        stage.paymentHears("payment.authorize.v1", id);
        Response ended = admin().post("/operations/sagas/" + id + "/compensate");
        assertThat(ended.<String>path("status")).isEqualTo("expired");
        stage.paymentHears("payment.cancel.v1", id);
        stage.calendarHears("availability.release-slot.v1", id);
        assertThat(admin().get("/operations/sagas").<List<String>>path("items.id"))
                .contains(id);
    }

    @Test
    void a_seat_that_does_not_hear_of_the_decision_asks_again_and_is_shown_as_stuck_until_it_does() {
        Customer customer = Customer.at(clock.instant());
        String id = customer.placed(0);
        stage.calendarHears("availability.reserve-slot.v1", id);
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.FIRM, false));
        stage.calendarHears("availability.confirm-slot.v1", id);
        Instant decided = clock.instant().plus(Duration.ofHours(1));
        stage.reply(id, new SlotConfirmed(id + ":1", id, "coach", decided));
        stage.worldHears("booking.minimum-attendees-awaited.v1", id);
        assertThat(stuck()).doesNotContain(id);
        clock.advance(Duration.ofMinutes(66));
        stage.calendarHears("availability.confirm-slot.v1", id);
        assertThat(stuck()).contains(id);
        stage.reply(id, new SessionGoing(id + ":1", id, "coach"));
        stage.worldHears("booking.confirmed.v1", id);
        assertThat(stuck()).doesNotContain(id);
    }

    @Test
    void a_move_that_the_calendar_does_not_answer_is_shown_as_stuck_with_its_age_until_it_does() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        Instant later = customer.start().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(1));
        Response asked = customer.post("/api/bookings/" + id + "/reschedule", Map.of("start", later.toString()));
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(stuck()).doesNotContain(id);

        clock.advance(Duration.ofSeconds(10));
        stage.calendarHears("availability.move-slot.v1", id, 2);
        clock.advance(Duration.ofSeconds(301));
        assertThat(stuck()).contains(id);
        assertThat(admin().get("/operations/sagas?stuck=true")
                        .<Integer>path("items.find { it.id == '" + id + "' }.ageSeconds"))
                .isGreaterThan(300);

        var refused = new SlotRefused(id + ":2", id, customer.coachId(), RefusalReason.OVERLAPS, List.of());
        stage.reply(id, refused);
        assertThat(stage.worldHears("booking.reschedule-declined.v1", id).payload())
                .as("nobody waits for the answer any more")
                .contains("\"reason\":\"refused\"");
        assertThat(stuck()).doesNotContain(id);
    }

    @Test
    void only_operators_see_sagas() {
        assertThat(Customer.as("ada", "coach", "client")
                        .get("/operations/sagas")
                        .statusCode())
                .isEqualTo(403);
    }

    private static io.restassured.specification.RequestSpecification admin() {
        return Customer.as("operator", "admin");
    }

    private static List<String> stuck() {
        return admin().get("/operations/sagas?stuck=true").path("items.id");
    }

    private void setStep(String id, String step) {
        database.collection("bookings").updateOne(Filters.eq(id), Updates.set("progress.step", step));
    }
}
