package org.coachbook.booking.rescheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.coachbook.booking.BookingStack;
import org.coachbook.booking.Customer;
import org.coachbook.booking.Stage;
import org.coachbook.contracts.availability.Alternative;
import org.coachbook.contracts.availability.AlternativesHeld;
import org.coachbook.contracts.availability.AlternativesRefused;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.RefusedAlternative;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.contracts.availability.SlotLost;
import org.coachbook.contracts.availability.SlotMoved;
import org.coachbook.contracts.availability.SlotRefused;
import org.coachbook.contracts.availability.TimeRange;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.MutableClock;
import org.coachbook.testing.ReceivedMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BookingStack.class)
class RescheduleResourceIT {
    private static final String MOVE = "availability.move-slot.v1";
    private static final String OFFER = "availability.offer-alternatives.v1";
    private static final String CONFIRM = "availability.confirm-slot.v1";

    @Inject
    MutableClock clock;

    private final Stage stage = new Stage();

    @AfterEach
    void leave() {
        stage.close();
    }

    @Test
    void a_client_moves_his_session_and_everybody_reads_the_secondtime() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        Instant later = after(customer, Duration.ofDays(1));
        Response moved = answered(() -> reschedule(customer, id, later), MOVE, id, moved(customer, id, 2, later));
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.<String>path("status")).isEqualTo("rescheduled");
        assertThat(moved.<String>path("start")).isEqualTo(later.toString());
        assertThat(moved.<Integer>path("price.final")).as("the agreed price").isEqualTo(6000);
        assertThat(stage.worldHears("booking.rescheduled.v1", id).payload()).contains("\"start\":\"" + later);
        assertThat(reschedule(customer, id, later).statusCode()).as("once more").isEqualTo(200);
        String list =
                "/api/bookings/" + customer.coachId() + "/bookings?start=" + later + "&end=" + later.plusSeconds(1);
        assertThat(customer.coachGets(list).<List<String>>path("items.id")).containsExactly(id);
        Response read = Customer.service("bookings:read").get("/internal/bookings/" + id);
        assertThat(read.<String>path("end"))
                .isEqualTo(later.plus(Duration.ofHours(1)).toString());
        assertThat(customer.get("/api/bookings/" + id + "/history").<String>path("[-1].action"))
                .isEqualTo("reschedule");
        clock.set(later.plus(Duration.ofHours(1)));
        stage.worldHears("booking.completed.v1", id);
    }

    @Test
    void a_time_that_cannot_be_had_is_refused_with_the_nearest_and_the_session_stays() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        Instant later = after(customer, Duration.ofDays(1));
        var near = List.of(new TimeRange(later.plusSeconds(3600), later.plusSeconds(7200)));
        var refused = new SlotRefused(id + ":2", id, customer.coachId(), RefusalReason.OVERLAPS, near);
        Response answer = answered(() -> reschedule(customer, id, later), MOVE, id, refused);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("type")).endsWith("/slot-unavailable");
        assertThat(answer.<String>path("reason")).isEqualTo("overlaps");
        assertThat(answer.<String>path("nearest[0].start"))
                .isEqualTo(later.plusSeconds(3600).toString());
        Response booking = customer.get("/api/bookings/" + id);
        assertThat(booking.<String>path("status")).isEqualTo("firm_booked");
        assertThat(booking.<String>path("start")).isEqualTo(customer.start().toString());
    }

    @Test
    void a_dearer_time_is_proposed_to_the_coach_who_takes_it_at_the_agreed_price() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        Instant dear = after(customer, Duration.ofMinutes(24 * 60 + 30));
        Response differs = reschedule(customer, id, dear);
        assertThat(differs.statusCode()).isEqualTo(409);
        assertThat(differs.<String>path("type")).endsWith("/price-differs");
        assertThat(differs.<Integer>path("agreed")).isEqualTo(6000);
        assertThat(differs.<Integer>path("today")).isEqualTo(7000);
        Response proposed = answered(
                () -> customer.post(path(id, "/reschedule"), body(dear, "propose", true, "message", "please")),
                OFFER,
                id,
                held(customer, id, 2, dear));
        assertThat(proposed.statusCode()).isEqualTo(200);
        assertThat(proposed.<String>path("status")).isEqualTo("firm_booked");
        assertThat(proposed.<String>path("proposal.by")).isEqualTo("client");
        assertThat(proposed.<String>path("proposal.message")).isEqualTo("please");
        assertThat(proposed.<String>path("proposal.deadline"))
                .isEqualTo(clock.instant().plus(Duration.ofHours(48)).toString());
        assertThat(proposed.<List<String>>path("suggestions.start")).containsExactly(dear.toString());
        assertThat(customer.post(path(id, "/suggestions/0/accept"), "").statusCode())
                .as("his own proposal")
                .isEqualTo(403);
        var confirmed = new SlotConfirmed(id + ":2", id, customer.coachId(), null);
        Response taken = answered(
                () -> customer.coachPosts(path(id, "/suggestions/0/accept"), Map.of("start", dear.toString())),
                CONFIRM,
                id,
                confirmed);
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.<String>path("status")).isEqualTo("rescheduled");
        assertThat(taken.<String>path("start")).isEqualTo(dear.toString());
        stage.calendarHears("availability.release-slot.v1", id, 1);
        assertThat(types(id))
                .endsWith("booking.confirmed.v1", "booking.reschedule-proposed.v1", "booking.rescheduled.v1");
    }

    @Test
    void a_time_without_a_price_cannot_be_had_but_asked_for_and_without_pricing_nothing_is_moved() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        Response unpriced = reschedule(customer, id, after(customer, Duration.ofMinutes(105)));
        assertThat(unpriced.statusCode()).isEqualTo(409);
        assertThat(unpriced.<String>path("type")).endsWith("/slot-unavailable");
        assertThat(unpriced.<String>path("reason")).isEqualTo("outside_availability");
        assertThat(unpriced.<String>path("detail")).contains("propose: true");
        Response away = reschedule(customer, id, after(customer, Duration.ofMinutes(75)));
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.<String>path("type")).endsWith("/try-again");
        assertThat(stage.calendarCommandsOf(id))
                .extracting(ReceivedMessage::type)
                .doesNotContain(MOVE);
    }

    @Test
    void a_move_under_way_is_pending_is_asked_for_again_and_a_cancel_waits_for_it() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        Instant later = after(customer, Duration.ofDays(1));
        for (int i = 0; i < 2; i++) {
            Response asked = reschedule(customer, id, later);
            assertThat(asked.statusCode()).isEqualTo(202);
            assertThat(asked.<Map<String, String>>path("pending"))
                    .isEqualTo(Map.of("action", "reschedule", "by", "client"));
        }
        assertThat(reschedule(customer, id, later.plusSeconds(7200)).<String>path("type"))
                .endsWith("/request-in-progress");
        clock.advance(Duration.ofSeconds(10));
        await().untilAsserted(() -> assertThat(stage.calendarCommandsOf(id))
                .filteredOn(command -> command.type().equals(MOVE))
                .hasSize(2));
        Response wish = customer.post(path(id, "/cancel"), Map.of("expectedRefund", 6000));
        assertThat(wish.statusCode()).isEqualTo(202);
        assertThat(wish.<String>path("pending.action")).isEqualTo("cancel");
        CloudEvent moved = stage.reply(id, moved(customer, id, 2, later));
        stage.again(moved);
        stage.worldHears("booking.cancelled.v1", id);
        stage.calendarHears("availability.release-slot.v1", id, 2);
        assertThat(customer.status(id)).isEqualTo("cancelled_by_client");
    }

    @Test
    void after_the_cancellation_deadline_a_move_is_proposed_to_the_coach() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        Instant later = after(customer, Duration.ofDays(1));
        clock.set(customer.start().minus(Duration.ofHours(20)));
        Response proposed = answered(() -> reschedule(customer, id, later), OFFER, id, held(customer, id, 2, later));
        assertThat(proposed.statusCode()).isEqualTo(200);
        assertThat(proposed.<String>path("status")).isEqualTo("firm_booked");
        assertThat(proposed.<String>path("proposal.by")).isEqualTo("client");
    }

    @Test
    void times_that_the_coach_proposes_can_be_declined_and_the_session_stays() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        List<Instant> times = List.of(
                customer.start().plus(Duration.ofHours(3)), customer.start().plus(Duration.ofDays(2)));
        Response proposed = answered(
                () -> customer.coachPosts(
                        path(id, "/suggest"),
                        Map.of("times", times.stream().map(Instant::toString).toList())),
                OFFER,
                id,
                held(customer, id, 2, times.toArray(Instant[]::new)));
        assertThat(proposed.<List<Integer>>path("proposal.times.number")).containsExactly(0, 1);
        Response read = Customer.service("bookings:read").get("/internal/bookings/" + id);
        assertThat(read.<String>path("proposal.by")).isEqualTo("coach");
        assertThat(read.<List<String>>path("proposal.times"))
                .containsExactlyElementsOf(times.stream().map(Instant::toString).toList());
        Response other = reschedule(customer, id, customer.start().plus(Duration.ofDays(3)));
        assertThat(other.<String>path("type")).endsWith("/request-in-progress");
        for (int i = 0; i < 2; i++) {
            Response declined = customer.post(path(id, "/suggestions/decline"), Map.of("message", "rather not"));
            assertThat(declined.statusCode()).isEqualTo(200);
            assertThat(declined.<String>path("status")).isEqualTo("firm_booked");
            assertThat(declined.<Object>path("proposal")).isNull();
        }
        assertThat(types(id)).endsWith("booking.reschedule-proposed.v1", "booking.reschedule-declined.v1");
        assertThat(customer.get("/api/bookings/" + id).<String>path("start"))
                .isEqualTo(customer.start().toString());
    }

    @Test
    void while_the_calendar_cannot_be_checked_the_session_stays_where_it_is() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        Instant later = after(customer, Duration.ofDays(1));
        var refused = new SlotRefused(id + ":2", id, customer.coachId(), RefusalReason.CALENDAR_NOT_CHECKED, List.of());
        Response moved = answered(() -> reschedule(customer, id, later), MOVE, id, refused);
        assertThat(moved.statusCode()).isEqualTo(503);
        assertThat(moved.<String>path("type")).endsWith("/calendar-not-checked");
        assertThat(customer.get("/api/bookings/" + id).<String>path("start"))
                .isEqualTo(customer.start().toString());
    }

    @Test
    void while_the_calendar_cannot_be_checked_no_times_are_proposed() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        Instant time = customer.start().plus(Duration.ofHours(3));
        var unknown = new RefusedAlternative(id + ":2", RefusalReason.CALENDAR_NOT_CHECKED);
        Response refused = answered(
                () -> customer.post(path(id, "/suggest"), Map.of("times", List.of(time.toString()))),
                OFFER,
                id,
                new AlternativesRefused(id, customer.coachId(), List.of(unknown)));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.<String>path("type")).endsWith("/calendar-not-checked");
        assertThat(customer.status(id)).isEqualTo("firm_booked");
    }

    @Test
    void times_that_cannot_all_be_had_are_named() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        Instant time = customer.start().plus(Duration.ofHours(3));
        var taken = new RefusedAlternative(id + ":2", RefusalReason.OVERLAPS);
        Response refused = answered(
                () -> customer.post(path(id, "/suggest"), Map.of("times", List.of(time.toString()))),
                OFFER,
                id,
                new AlternativesRefused(id, customer.coachId(), List.of(taken)));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<List<Map<String, String>>>path("times"))
                .containsExactly(Map.of("start", time.toString(), "reason", "overlaps"));
    }

    @Test
    void a_proposed_time_that_is_lost_when_it_is_taken_leaves_the_session_where_it_is() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        Instant later = after(customer, Duration.ofDays(1));
        answered(
                () -> customer.coachPosts(path(id, "/reschedule"), body(later)),
                OFFER,
                id,
                held(customer, id, 2, later));
        var lost = new SlotLost(id + ":2", id, customer.coachId(), RefusalReason.HOLD_EXPIRED);
        Response taken = answered(() -> customer.post(path(id, "/suggestions/0/accept"), ""), CONFIRM, id, lost);
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.<String>path("type")).endsWith("/slot-unavailable");
        stage.worldHears("booking.reschedule-declined.v1", id);
        assertThat(customer.status(id)).isEqualTo("firm_booked");
    }

    @Test
    void nobody_takes_a_proposal_after_its_deadline_and_then_it_is_over() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        Instant later = after(customer, Duration.ofDays(1));
        answered(
                () -> customer.coachPosts(path(id, "/reschedule"), body(later)),
                OFFER,
                id,
                held(customer, id, 2, later));
        clock.advance(Duration.ofHours(48));
        stage.worldHears("booking.reschedule-declined.v1", id);
        await().untilAsserted(
                        () -> assertThat(customer.get("/api/bookings/" + id).<Object>path("proposal"))
                                .isNull());
        Response late = customer.post(path(id, "/suggestions/0/accept"), "");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.<String>path("type")).endsWith("/illegal-transition");
    }

    @Test
    void who_may_not_and_what_is_wrong_is_said() {
        Customer customer = Customer.at(clock.instant());
        String id = stage.booked(customer);
        Instant later = after(customer, Duration.ofDays(1));
        assertThat(Customer.as("stranger", "client")
                        .contentType("application/json")
                        .body(body(later))
                        .post(path(id, "/reschedule"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(customer.post(path(id, "/reschedule"), Map.of()).statusCode())
                .isEqualTo(400);
        assertThat(customer.post(path(id, "/reschedule"), body(later, "price", 1))
                        .statusCode())
                .isEqualTo(400);
        assertThat(reschedule(customer, id, clock.instant()).statusCode()).isEqualTo(400);
        Customer second = Customer.at(clock.instant());
        String placing = second.placed(6000);
        assertThat(reschedule(second, placing, later).<String>path("type")).endsWith("/illegal-transition");
    }

    /** At a full hour and so much more: what a time costs depends on its minutes here. */
    private static Instant after(Customer customer, Duration more) {
        return customer.start().truncatedTo(ChronoUnit.HOURS).plus(more);
    }

    private Response answered(Supplier<Response> request, String command, String id, Record answer) {
        var response = CompletableFuture.supplyAsync(request);
        stage.calendarHears(command, id, 2);
        stage.reply(id, answer);
        return response.join();
    }

    private List<String> types(String id) {
        return stage.eventsOf(id).stream().map(ReceivedMessage::type).toList();
    }

    private static Response reschedule(Customer customer, String id, Instant start) {
        return customer.post(path(id, "/reschedule"), body(start));
    }

    private static String path(String id, String action) {
        return "/api/bookings/" + id + action;
    }

    private static Map<String, Object> body(Instant start, Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of("start", start.toString()));
        for (int i = 0; i < more.length; i += 2) {
            body.put(more[i].toString(), more[i + 1]);
        }
        return body;
    }

    private static SlotMoved moved(Customer customer, String id, int attempt, Instant start) {
        Instant end = start.plus(Duration.ofHours(1));
        return new SlotMoved(id + ":" + attempt, id, customer.coachId(), id + ":1", start, end, "Europe/Zurich");
    }

    private AlternativesHeld held(Customer customer, String id, int attempt, Instant... times) {
        List<Alternative> kept = new ArrayList<>();
        for (Instant time : times) {
            kept.add(new Alternative(id + ":" + (attempt + kept.size()), time));
        }
        return new AlternativesHeld(id, customer.coachId(), List.copyOf(kept), clock.instant(), "Europe/Zurich");
    }
}
