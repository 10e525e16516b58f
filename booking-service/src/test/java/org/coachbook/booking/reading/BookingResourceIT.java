package org.coachbook.booking.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.coachbook.booking.BookingStack;
import org.coachbook.booking.Customer;
import org.coachbook.booking.Stage;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.testing.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BookingStack.class)
class BookingResourceIT {
    @Inject
    MutableClock clock;

    private final Stage stage = new Stage();

    @AfterEach
    void leave() {
        stage.close();
    }

    @Test
    void the_coach_sees_what_he_earns_and_the_client_does_not() {
        Customer customer = Customer.at(clock.instant());
        String path = "/api/bookings/" + reserved(customer);
        assertThat(customer.coachGets(path).<Integer>path("earnings.payout")).isEqualTo(5100);
        assertThat(customer.get(path).asString()).doesNotContain("earnings", "platformFee", "payout");
        assertThat(customer.get(path).header("ETag")).matches("\"\\d+\"");
    }

    @Test
    void strangers_and_nobody_see_nothing() {
        Customer customer = Customer.at(clock.instant());
        String path = "/api/bookings/" + reserved(customer);
        assertThat(customer.strangerGets(path).statusCode()).isEqualTo(404);
        assertThat(customer.strangerGets(path + "/history").statusCode()).isEqualTo(404);
        assertThat(io.restassured.RestAssured.get(path).statusCode()).isEqualTo(401);
        assertThat(customer.get("/api/bookings/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void lists_show_a_coach_all_of_his_and_others_their_own() {
        Customer customer = Customer.at(clock.instant());
        String id = reserved(customer);
        String ofCoach = "/api/bookings/" + customer.coachId() + "/bookings?start=" + customer.start();
        assertThat(ids(customer.coachGets(ofCoach))).containsExactly(id);
        assertThat(ids(customer.get(ofCoach))).containsExactly(id);
        assertThat(ids(customer.strangerGets(ofCoach))).isEmpty();
        assertThat(ids(customer.get("/api/bookings/" + customer.coachId() + "/bookings?end=" + customer.start())))
                .isEmpty();
        String own = "/api/bookings/user/" + customer.clientId() + "/sessions";
        assertThat(ids(customer.get(own))).containsExactly(id);
        assertThat(customer.coachGets(own).statusCode()).isEqualTo(404);
        assertThat(customer.get(own + "?start=yesterday").statusCode()).isEqualTo(400);
        assertThat(customer.get(own + "?cursor=%24gt").statusCode()).isEqualTo(400);
    }

    @Test
    void other_services_read_bookings_with_the_scope_for_it() {
        Customer customer = Customer.at(clock.instant());
        String path = "/internal/bookings/" + reserved(customer);
        Response read = Customer.service("bookings:read").get(path);
        assertThat(read.<String>path("clientId")).isEqualTo(customer.clientId());
        assertThat(read.<String>path("title")).isEqualTo("First talk");
        assertThat(Customer.service("accounts:read").get(path).statusCode()).isEqualTo(403);
        assertThat(customer.get(path).statusCode()).isEqualTo(403);
    }

    private static List<String> ids(Response list) {
        return list.path("items.id");
    }

    private String reserved(Customer customer) {
        String id = customer.placed(6000);
        stage.calendarHears("availability.reserve-slot.v1", id);
        stage.reply(id, Stage.reserved(id, customer.start(), BookingMode.FIRM, false));
        stage.worldHears("booking.placed.v1", id);
        return id;
    }
}
