package org.coachbook.pricing.facts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.coachbook.contracts.availability.Visibility;
import org.coachbook.pricing.Coach;
import org.coachbook.pricing.PricingStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PricingStack.class)
class ArrivingFactsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    KnownFacts known;

    @Inject
    SessionTypeClient sessionTypes;

    @Test
    void a_session_type_and_schedule_made_a_moment_ago_are_waited_for() {
        Coach coach = Coach.withoutFacts("announced-");
        var arriving = new ArrivingFacts(known, sessionTypes, PATIENCE);
        var asked = CompletableFuture.supplyAsync(
                () -> arriving.sessionType(coach.sessionTypeId()).isPresent()
                        && arriving.schedule(coach.id()).isPresent());
        assertThat(asked).isNotCompleted();
        coach.tellSessionType(1, Visibility.PUBLIC, true);
        coach.tellSchedule(1, Visibility.PUBLIC);
        assertThat(asked).succeedsWithin(PATIENCE).isEqualTo(true);
    }

    @Test
    void a_session_type_that_does_not_exist_is_not_waited_for() {
        var arriving = new ArrivingFacts(known, sessionTypes, Duration.ofHours(1));
        var asked = CompletableFuture.supplyAsync(() -> arriving.sessionType("nowhere-"));
        assertThat(asked).succeedsWithin(PATIENCE).isEqualTo(Optional.empty());
    }

    @Test
    void one_that_exists_but_does_not_arrive_may_be_asked_for_again() {
        ask(Coach.withoutFacts("announced-"))
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", equalTo("https://coachbook.org/problems/try-again"));
    }

    @Test
    void when_nobody_can_say_whether_it_exists_it_is_not_found() {
        ask(Coach.withoutFacts("broken-")).statusCode(404);
    }

    @Test
    void without_a_schedule_nothing_can_be_booked() {
        Coach coach = Coach.withoutFacts("type-");
        coach.tellSessionType(1, Visibility.PUBLIC, true);
        coach.setRate(12000);
        org.awaitility.Awaitility.await().untilAsserted(() -> ask(coach)
                .statusCode(409)
                .body("type", equalTo("https://coachbook.org/problems/slot-unavailable"))
                .body("reason", equalTo("outside_availability")));
    }

    private static ValidatableResponse ask(Coach coach) {
        return given().contentType(ContentType.JSON)
                .body(coach.asking("2027-03-08T08:00:00Z"))
                .post("/api/quotes")
                .then();
    }
}
