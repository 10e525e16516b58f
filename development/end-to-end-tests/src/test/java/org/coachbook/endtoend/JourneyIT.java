package org.coachbook.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.coachbook.endtoend.journey.Answer;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.coachbook.localstack.LocalStack;
import org.coachbook.testing.KafkaProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JourneyIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final LocalStack stack = RunningSystem.stack();
    private final Marketplace marketplace = RunningSystem.marketplace();
    private final Instant start = RunningSystem.times().next();

    @AfterEach
    void the_books_balance() {
        RunningSystem.invariants().assertHold();
    }

    @Test
    void a_paid_session_is_searched_held_quoted_booked_paid_and_told() {
        Coach coach = marketplace.coach(Offer.PAID);
        Client client = marketplace.client();
        String hold = client.hold(coach, start).require(201).text("id");
        Answer placed = client.book(
                        coach, start, java.util.Map.of("quote", client.quote(coach, start), "holdId", hold), key())
                .require(201);
        assertThat(placed.text("booking.status")).isEqualTo("awaiting_payment");
        assertThat(client.pay(placed.text("paymentIntentClientSecret"), Client.VISA)
                        .status())
                .isEqualTo(200);
        String id = placed.text("booking.id");
        awaitStatus(client, id, "firm_booked");
        assertAnnounced(id, "booking.confirmed.v1");
        assertMailed(client.person().email());
        assertMailed(coach.person().email());
        assertThat(client.api().get("/api/notifications").body().path("items")).isNotEmpty();
    }

    @Test
    void a_free_session_is_booked_in_one_step() {
        Coach coach = marketplace.coach(Offer.FREE);
        Client client = marketplace.client();
        Answer placed =
                client.book(coach, start, client.quote(coach, start), key()).require(201);
        assertThat(placed.text("booking.status")).isEqualTo("firm_booked");
        assertThat(placed.text("booking.payment.status")).isEqualTo("completed");
    }

    @Test
    void a_request_that_the_coach_accepts_is_confirmed_and_charged() {
        Coach coach = marketplace.coach(Offer.PAID_ON_REQUEST);
        Client client = marketplace.client();
        String id = requested(client, coach);
        assertThat(coach.accept(id).status()).isIn(200, 202);
        awaitStatus(client, id, "confirmed");
    }

    @Test
    void a_request_that_the_coach_declines_gives_the_money_and_the_time_back() {
        Coach coach = marketplace.coach(Offer.PAID_ON_REQUEST);
        Client client = marketplace.client();
        String id = requested(client, coach);
        assertThat(coach.decline(id).status()).isIn(200, 202);
        awaitStatus(client, id, "declined");
        await().atMost(LIMIT)
                .until(() -> client.booking(id).text("payment.status").equals("cancelled"));
        Client next = marketplace.client();
        await().atMost(LIMIT).until(() -> next.hold(coach, start).status() == 201);
    }

    @Test
    void a_cancellation_in_time_refunds_what_the_preview_promised() {
        Coach coach = marketplace.coach(Offer.PAID);
        Client client = marketplace.client();
        String id = paid(client, coach);
        awaitStatus(client, id, "firm_booked");
        assertThat(client.cancel(id).status()).isIn(200, 202);
        awaitStatus(client, id, "cancelled_by_client");
        await().atMost(LIMIT)
                .until(() -> client.booking(id).text("payment.status").equals("refunded"));
    }

    private String paid(Client client, Coach coach) {
        Answer placed =
                client.book(coach, start, client.quote(coach, start), key()).require(201);
        client.pay(placed.text("paymentIntentClientSecret"), Client.VISA).require(200);
        return placed.text("booking.id");
    }

    private String requested(Client client, Coach coach) {
        String id = paid(client, coach);
        awaitStatus(client, id, "requested");
        return id;
    }

    private static void awaitStatus(Client client, String id, String status) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(client.status(id)).isEqualTo(status));
    }

    private void assertAnnounced(String bookingId, String type) {
        try (KafkaProbe events = KafkaProbe.of(stack.addresses().kafka(), "booking.events")) {
            assertThat(events.await(type, bookingId, LIMIT).key()).isEqualTo(bookingId);
        }
    }

    private void assertMailed(String address) {
        await().atMost(LIMIT).until(() -> mails().anyMatch(mail -> mail.contains(address) && mail.contains(".ics")));
    }

    private Stream<String> mails() {
        try (Stream<Path> files = Files.list(stack.mailDirectory())) {
            return files.filter(f -> f.toString().endsWith(".eml")).map(JourneyIT::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
