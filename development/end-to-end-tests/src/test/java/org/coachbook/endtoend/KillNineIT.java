package org.coachbook.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbook.endtoend.journey.Answer;
import org.coachbook.endtoend.journey.Api;
import org.coachbook.endtoend.journey.Client;
import org.coachbook.endtoend.journey.Coach;
import org.coachbook.endtoend.journey.Marketplace;
import org.coachbook.endtoend.journey.Offer;
import org.coachbook.endtoend.journey.Times;
import org.coachbook.localstack.LocalStack;
import org.coachbook.localstack.http.Eventually;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A process dies with sagas running through it; afterwards every saga ends and the books balance. */
class KillNineIT {
    private static final int BOOKINGS = 6;
    private static final String CODE = "SPRING";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** When in a saga the process dies. */
    enum Moment {
        WHILE_PLACING,
        WHILE_PAYING,
        WHILE_CANCELLING,
        WHILE_MOVING
    }

    /** Who has no part in what happens then, or only lends a price to it. */
    private static final List<List<Object>> UNINVOLVED = List.of(
            List.of("payment-service", Moment.WHILE_MOVING),
            List.of("pricing-service", Moment.WHILE_PAYING),
            List.of("pricing-service", Moment.WHILE_MOVING));

    private final LocalStack stack = RunningSystem.stack();
    private final Marketplace marketplace = RunningSystem.marketplace();
    private final Coach coach = marketplace.coach(Offer.PAID);
    private final Times times = RunningSystem.times();

    /** As many uses as bookings: one that a death loses or counts twice is missing to another. */
    @BeforeEach
    void makeCode() {
        coach.api()
                .post("/api/promotions", Map.of("code", CODE, "percent", "20", "maxUses", BOOKINGS))
                .require(201);
    }

    static Stream<Arguments> deaths() {
        return Stream.of("booking-service", "availability-service", "payment-service", "pricing-service")
                .flatMap(service -> Stream.of(Moment.values()).map(moment -> Arguments.of(service, moment)))
                .filter(death -> !UNINVOLVED.contains(List.of(death.get())));
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void after_a_kill_every_saga_ends_and_the_books_balance(String service, Moment moment) {
        List<Journey> journeys = IntStream.range(0, BOOKINGS)
                .mapToObj(_ -> new Journey(times.next()))
                .toList();
        during(moment == Moment.WHILE_PLACING ? service : "", journeys, Journey::place);
        during(moment == Moment.WHILE_PAYING ? service : "", journeys, Journey::pay);
        journeys.forEach(journey -> journey.awaitStatus("firm_booked"));
        if (moment == Moment.WHILE_MOVING) {
            during(service, journeys, Journey::moveAbout);
            journeys.forEach(Journey::awaitMoved);
        }
        during(moment == Moment.WHILE_CANCELLING ? service : "", journeys.subList(0, 3), Journey::cancel);
        journeys.subList(0, 3).forEach(journey -> journey.awaitStatus("cancelled_by_client"));
        RunningSystem.invariants().assertHold();
        assertThat(journeys).allSatisfy(journey -> assertThat(journey.ids()).hasSize(1));
    }

    @Test
    void a_restarted_broker_loses_no_step() {
        List<Journey> journeys = IntStream.range(0, BOOKINGS)
                .mapToObj(_ -> new Journey(times.next()))
                .toList();
        during("kafka", journeys, Journey::place);
        journeys.forEach(Journey::pay);
        journeys.forEach(journey -> journey.awaitStatus("firm_booked"));
        RunningSystem.invariants().assertHold();
    }

    /** Lets all journeys take the step at once, and kills and restarts the process in the middle of it. */
    private void during(String process, List<Journey> journeys, Consumer<Journey> step) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> steps = journeys.stream()
                    .<Future<?>>map(journey -> threads.submit(() -> step.accept(journey)))
                    .toList();
            if (!process.isEmpty()) {
                Eventually.becomes(LIMIT, () -> steps.stream().anyMatch(Future::isDone), "a first one was through");
                stack.kill(process);
                stack.restart(process);
            }
            for (var taken : steps) {
                taken.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * One client's booking; each step is repeated until it is answered, as a page does. A refusal is final for its key:
     * when a service was away for longer than the saga waits, nothing was placed, and the client orders anew.
     */
    private final class Journey {
        private final Client client = marketplace.client();
        private final Instant start;
        private final Instant later = times.next();
        private String quote;
        private String key = UUID.randomUUID().toString();
        private final Set<String> ids = ConcurrentHashMap.newKeySet();
        private volatile String secret = "";

        Journey(Instant start) {
            this.start = start;
            this.quote = client.quote(coach, start, CODE);
        }

        Set<String> ids() {
            return ids;
        }

        void place() {
            Eventually.becomes(LIMIT, () -> placed(attempt(() -> client.book(coach, start, quote, key))), "placed");
        }

        private boolean placed(Answer answer) {
            if (answer.status() == 201) {
                ids.add(answer.text("booking.id"));
                secret = answer.text("paymentIntentClientSecret");
            }
            if (answer.status() == 409) {
                orderAnew();
            }
            return answer.status() == 201 && secret.contains("_secret_");
        }

        private void orderAnew() {
            Answer priced = attempt(() -> client.askPrice(coach, start, CODE));
            if (priced.status() == 200) {
                quote = priced.text("quote");
                key = UUID.randomUUID().toString();
            }
        }

        void pay() {
            client.pay(secret, Client.VISA).require(200);
        }

        void cancel() {
            Eventually.becomes(
                    LIMIT,
                    () -> List.of(200, 202)
                            .contains(attempt(() -> client.cancel(id())).status()),
                    "cancelled");
        }

        /** There and back and there again, so that some are under way when the first has arrived. */
        void moveAbout() {
            Stream.of(later, start, later).forEach(this::move);
        }

        /** To a time that nobody else wants, so that nothing but the kill is in its way. */
        private void move(Instant to) {
            Eventually.becomes(
                    LIMIT,
                    () -> attempt(() -> client.move(id(), to)).text("start").equals(to.toString()),
                    "moved");
        }

        void awaitMoved() {
            awaitStatus("rescheduled");
            assertThat(client.booking(id()).text("start")).isEqualTo(later.toString());
            Client next = marketplace.client();
            Eventually.becomes(LIMIT, () -> next.hold(coach, start).status() == 201, "the old time was free");
            assertThat(next.hold(coach, later).status()).isEqualTo(409);
        }

        void awaitStatus(String status) {
            Eventually.becomes(
                    LIMIT,
                    () -> attempt(() -> client.booking(id())).text("status").equals(status),
                    status);
        }

        private String id() {
            return ids.iterator().next();
        }

        private static Answer attempt(Supplier<Answer> call) {
            try {
                return call.get();
            } catch (UncheckedIOException e) {
                return new Answer(0, Api.JSON.missingNode());
            }
        }
    }
}
