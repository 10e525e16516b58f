package org.coachbook.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.coachbook.endtoend.journey.Answer;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.coachbook.endtoend.journey.Times;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Booked and paid sessions that get another time. */
class RescheduleIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int RIVALS = 8;
    private static final DateTimeFormatter ICS =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Marketplace marketplace = RunningSystem.marketplace();
    private final Coach coach = marketplace.coach(Offer.PAID);
    private final Client client = marketplace.client();
    private final Client rival = marketplace.client();
    private final Times times = RunningSystem.times();
    private final Instant old = times.next();
    private final Instant wanted = times.next();

    @AfterEach
    void the_books_balance() {
        RunningSystem.invariants().assertHold();
    }

    @Test
    void a_client_moves_his_session_and_the_old_time_is_free_again() {
        String id = paid(client, old);
        assertThat(client.move(id, wanted).status()).isIn(200, 202);
        awaitAt(client, id, "rescheduled", wanted);
        assertThat(client.booking(id).text("payment.status")).isEqualTo("completed");
        await().atMost(LIMIT).until(() -> rival.hold(coach, old).status() == 201);
        assertThat(marketplace.client().hold(coach, wanted).status()).isEqualTo(409);
        for (var reader : List.of(client.person(), coach.person())) {
            await().atMost(LIMIT).until(() -> mailsTo(reader.email())
                    .anyMatch(
                            mail -> mail.contains("Booking moved") && mail.contains("DTSTART:" + ICS.format(wanted))));
        }
    }

    @Test
    void of_several_who_move_to_the_same_time_one_gets_it_and_the_others_keep_theirs() {
        List<Client> clients = marketplace.clients(RIVALS);
        List<Instant> starts = clients.stream().map(_ -> times.next()).toList();
        List<String> ids = Stream.iterate(0, n -> n < RIVALS, n -> n + 1)
                .map(n -> paid(clients.get(n), starts.get(n)))
                .toList();
        List<Answer> answers = atOnce(clients, ids);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        for (int n = 0; n < RIVALS; n++) {
            boolean moved = answers.get(n).status() == 200;
            if (!moved) {
                assertThat(answers.get(n).problem()).isEqualTo("slot-unavailable");
                assertThat(answers.get(n).body().path("nearest")).isNotEmpty();
            }
            awaitAt(clients.get(n), ids.get(n), moved ? "rescheduled" : "firm_booked", moved ? wanted : starts.get(n));
        }
    }

    @Test
    void what_the_coach_proposes_is_kept_until_the_client_takes_it() {
        String id = paid(client, old);
        assertThat(coach.propose(id, wanted).status()).isIn(200, 202);
        await().atMost(LIMIT).until(() -> client.booking(id).text("proposal.by").equals("coach"));
        assertThat(client.booking(id).text("start")).as("until it is taken").isEqualTo(old.toString());
        assertThat(rival.hold(coach, wanted).status()).isEqualTo(409);
        await().atMost(LIMIT)
                .until(() -> mailsTo(client.person().email()).anyMatch(mail -> mail.contains("Other times proposed")));

        assertThat(client.takeSuggestion(id, 0).status()).isIn(200, 202);
        awaitAt(client, id, "rescheduled", wanted);
        await().atMost(LIMIT).until(() -> rival.hold(coach, old).status() == 201);
    }

    @Test
    void what_the_coach_does_not_take_is_free_again_and_the_session_stays() {
        String id = paid(client, old);
        assertThat(client.propose(id, wanted).status()).isIn(200, 202);
        await().atMost(LIMIT).until(() -> client.booking(id).text("proposal.by").equals("client"));
        assertThat(coach.declineTimes(id).status()).isEqualTo(200);
        awaitAt(client, id, "firm_booked", old);
        await().atMost(LIMIT).until(() -> rival.hold(coach, wanted).status() == 201);
        await().atMost(LIMIT).until(() -> mailsTo(client.person().email())
                .anyMatch(mail -> mail.contains("Proposed times not taken")));
    }

    @Test
    void half_an_hour_later_is_proposed_like_any_other_time_and_is_nobody_elses_meanwhile() {
        Instant later = old.plus(Duration.ofMinutes(30));
        String id = paid(client, old);
        assertThat(client.propose(id, later).status()).isIn(200, 202);
        await().atMost(LIMIT).until(() -> client.booking(id).text("proposal.by").equals("client"));
        for (Instant taken : List.of(old, later)) {
            assertThat(rival.hold(coach, taken).status()).isEqualTo(409);
        }
        assertThat(coach.declineTimes(id).status()).isEqualTo(200);
        awaitAt(client, id, "firm_booked", old);

        assertThat(coach.propose(id, later).status()).isIn(200, 202);
        await().atMost(LIMIT).until(() -> client.booking(id).text("proposal.by").equals("coach"));
        assertThat(client.takeSuggestion(id, 0).status()).isIn(200, 202);
        awaitAt(client, id, "rescheduled", later);
        assertThat(rival.hold(coach, later).status()).isEqualTo(409);
        Instant before = old.minus(Duration.ofMinutes(30));
        await().atMost(LIMIT).until(() -> rival.hold(coach, before).status() == 201);
    }

    private String paid(Client by, Instant start) {
        String key = UUID.randomUUID().toString();
        Answer placed = by.book(coach, start, by.quote(coach, start), key).require(201);
        by.pay(placed.text("paymentIntentClientSecret"), Client.VISA).require(200);
        String id = placed.text("booking.id");
        await().atMost(LIMIT).until(() -> by.status(id).equals("firm_booked"));
        return id;
    }

    private static void awaitAt(Client client, String id, String status, Instant start) {
        await().atMost(LIMIT).untilAsserted(() -> {
            Answer booking = client.booking(id);
            assertThat(booking.text("status")).isEqualTo(status);
            assertThat(booking.text("start")).isEqualTo(start.toString());
            assertThat(booking.body().has("pending")).isFalse();
        });
    }

    /** Each sends the same again while the answer is that it is under way. */
    private List<Answer> atOnce(List<Client> clients, List<String> ids) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> answers = Stream.iterate(0, n -> n < RIVALS, n -> n + 1)
                    .map(n -> CompletableFuture.supplyAsync(() -> moved(clients.get(n), ids.get(n)), threads))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    private Answer moved(Client mover, String id) {
        return await().atMost(LIMIT).until(() -> mover.move(id, wanted), answer -> answer.status() != 202);
    }

    private static Stream<String> mailsTo(String address) {
        try (Stream<Path> files = Files.list(RunningSystem.stack().mailDirectory())) {
            return files
                    .filter(file -> file.toString().endsWith(address + ".eml"))
                    .map(RescheduleIT::read)
                    .toList()
                    .stream();
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
}
