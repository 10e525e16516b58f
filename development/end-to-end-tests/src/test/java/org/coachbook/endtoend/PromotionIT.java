package org.coachbook.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.coachbook.endtoend.journey.Answer;
import org.coachbook.endtoend.journey.Api;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Codes and documents, through all services. */
class PromotionIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int RUSH = 20;

    private final Marketplace marketplace = RunningSystem.marketplace();

    @AfterEach
    void the_books_balance() {
        RunningSystem.invariants().assertHold();
    }

    @Test
    void of_many_bookings_with_the_last_use_of_a_code_one_is_made_and_the_others_keep_neither_time_nor_money()
            throws Exception {
        Coach coach = coachWithCode(1);
        Instant begin = RunningSystem.times().next();
        List<Client> clients = marketplace.clients(RUSH);
        List<Callable<Answer>> orders = IntStream.range(0, RUSH)
                .<Callable<Answer>>mapToObj(i -> {
                    Instant start = begin.plus(Duration.ofHours(2L * i));
                    String quote = clients.get(i).quote(coach, start, "SPRING");
                    return () -> clients.get(i).book(coach, start, quote, key());
                })
                .toList();
        int made = 0;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> done : executor.invokeAll(orders)) {
                Answer answer = done.get();
                assertThat(answer.status()).isIn(201, 409);
                assertThat(answer.status() == 409 ? answer.problem() : "code-used")
                        .isEqualTo("code-used");
                made += answer.status() == 201 ? 1 : 0;
            }
        }
        assertThat(made).isEqualTo(1);
    }

    @Test
    void a_code_comes_back_with_the_whole_price_and_each_payment_and_refund_has_its_document() {
        Coach coach = coachWithCode(1);
        Instant start = RunningSystem.times().next();
        Client first = marketplace.client();
        String id = paid(first, coach, start);
        JsonNode price = first.booking(id).body().path("price");
        assertThat(price.path("discounts").findValuesAsText("type")).containsExactly("promotion");
        Client second = marketplace.client();
        await().atMost(LIMIT).until(() -> quoted(second, coach, start).status() == 422);
        assertThat(quoted(second, coach, start).problem()).isEqualTo("code-not-usable");

        assertThat(first.cancel(id).status()).isIn(200, 202);
        await().atMost(LIMIT).until(() -> documents(first).size() == 2);
        List<JsonNode> documents = documents(first);
        assertThat(documents).extracting(d -> d.path("kind").asText()).containsExactly("credit_note", "invoice");
        assertThat(documents)
                .extracting(d -> d.path("final").asLong())
                .containsOnly(price.path("final").asLong());
        assertThat(documents(coach.api())).hasSize(2);
        String pdf = documents.getLast().path("pdf").asText();
        assertThat(first.api().get(pdf).status()).isEqualTo(200);
        assertThat(second.api().get(pdf).status()).isEqualTo(404);
        await().atMost(LIMIT).until(() -> quoted(second, coach, start).status() == 200);
    }

    private Coach coachWithCode(int uses) {
        Coach coach = marketplace.coach(Offer.PAID);
        coach.api()
                .post("/api/promotions", Map.of("code", "spring", "percent", "25", "maxUses", uses))
                .require(201);
        return coach;
    }

    private static String paid(Client client, Coach coach, Instant start) {
        Answer placed = client.book(coach, start, client.quote(coach, start, "SPRING"), key())
                .require(201);
        client.pay(placed.text("paymentIntentClientSecret"), Client.VISA).require(200);
        String id = placed.text("booking.id");
        await().atMost(LIMIT).until(() -> client.status(id).equals("firm_booked"));
        await().atMost(LIMIT).until(() -> documents(client).size() == 1);
        return id;
    }

    /** How often a code was used may be a moment old in a quote; booking decides. */
    private static Answer quoted(Client client, Coach coach, Instant start) {
        return client.api()
                .post(
                        "/api/quotes",
                        Map.of(
                                "coachId", coach.id(),
                                "sessionTypeId", coach.sessionTypeId(),
                                "start", start.toString(),
                                "durationMinutes", 60,
                                "promotionCode", "SPRING"));
    }

    private static List<JsonNode> documents(Client client) {
        return documents(client.api());
    }

    private static List<JsonNode> documents(Api api) {
        return api.get("/api/invoices")
                .require(200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
