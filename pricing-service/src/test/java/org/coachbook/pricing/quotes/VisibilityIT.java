package org.coachbook.pricing.quotes;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.coachbook.contracts.availability.Visibility;
import org.coachbook.pricing.Coach;
import org.coachbook.pricing.PricingStack;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PricingStack.class)
class VisibilityIT {
    private static final String START = "2027-03-08T08:00:00Z";
    private static final Asking ASKING = new Asking();

    private final String client = "client-" + UUID.randomUUID();
    private final String connection = "connection-" + UUID.randomUUID();

    @Test
    void a_connected_calendar_is_quoted_to_connected_clients_only_and_with_their_discount() {
        Coach coach = Coach.withoutFacts("type-");
        coach.tellSchedule(1, Visibility.PUBLIC);
        coach.tellSessionType(1, Visibility.CONNECTED, true);
        coach.setRate(12000);
        coach.tellConnection(connection, client, 1, "pending");
        expect(coach, 404);
        coach.tellConnection(connection, client, 2, "accepted");
        expect(coach, 200);
        ASKING.client(client, coach.asking(START))
                .body("price.discounts", hasSize(1))
                .body("price.discounts[0].type", equalTo("connection"))
                .body("price.discounts[0].amount", equalTo(600))
                .body("price.final", equalTo(11400));
        ASKING.visitor(coach.asking(START))
                .statusCode(401)
                .body("type", equalTo("https://coachbook.org/problems/not-signed-in"));
        ASKING.client("stranger", coach.asking(START)).statusCode(404);
        ASKING.bearer(coach.token(), coach.asking(START)).statusCode(200);
        coach.tellConnection(connection, client, 3, "ended");
        expect(coach, 404);
    }

    @Test
    void a_private_session_type_is_quoted_to_those_whom_the_coach_invited_and_not_to_those_who_asked() {
        Coach coach = Coach.withoutFacts("type-");
        coach.tellSchedule(1, Visibility.PUBLIC);
        coach.tellSessionType(1, Visibility.PRIVATE, true);
        coach.setRate(12000);
        coach.tellConnection(connection, client, 1, "accepted", coach.id());
        expect(coach, 200);
        coach.tellConnection(connection, client, 2, "accepted", client);
        expect(coach, 404);
    }

    @Test
    void to_who_is_blocked_nothing_is_quoted() {
        Coach coach = Coach.open();
        coach.setRate(12000);
        expect(coach, 200);
        coach.tellConnection(connection, client, 1, "blocked", coach.id());
        expect(coach, 404);
        ASKING.client("stranger", coach.asking(START)).statusCode(200);
    }

    @Test
    void a_late_duplicate_of_an_older_fact_changes_nothing() {
        Coach coach = Coach.open();
        coach.setRate(12000);
        coach.tellConnection(connection, client, 5, "accepted");
        await().untilAsserted(() -> ASKING.client(client, coach.asking(START)).body("price.final", equalTo(11400)));
        coach.tellConnection(connection, client, 4, "ended");
        coach.tellConnection("marker-" + connection, "other-" + client, 1, "accepted");
        coach.tellConnection(connection, "marker-" + client, 3, "accepted");
        coach.tellSessionType(3, Visibility.PUBLIC, true);
        coach.tellSessionType(2, Visibility.PUBLIC, false);
        await().during(java.time.Duration.ofMillis(1500))
                .atMost(java.time.Duration.ofSeconds(5))
                .untilAsserted(() -> ASKING.client(client, coach.asking(START))
                        .statusCode(200)
                        .body("price.final", equalTo(11400)));
    }

    @Test
    void what_is_switched_off_or_hidden_disappears() {
        Coach coach = Coach.open();
        coach.setRate(12000);
        expect(coach, 200);
        coach.tellSessionType(2, Visibility.PUBLIC, false);
        expect(coach, 404);
        coach.tellSessionType(3, Visibility.PUBLIC, true);
        expect(coach, 200);
        coach.tellSchedule(2, Visibility.PRIVATE);
        expect(coach, 404);
    }

    @Test
    void a_session_type_of_another_coach_is_not_found() {
        Coach coach = Coach.open();
        Coach other = Coach.open();
        coach.setRate(12000);
        expect(coach, 200);
        ASKING.visitor(new Coach(other.id(), coach.sessionTypeId()).asking(START))
                .statusCode(404);
    }

    @Test
    void a_token_that_is_not_to_be_believed_does_not_make_a_visitor() {
        Coach coach = Coach.open();
        ASKING.bearer(TestTokens.withNewKey().user(client, "client"), coach.asking(START))
                .statusCode(401);
    }

    private void expect(Coach coach, int status) {
        await().untilAsserted(() -> ASKING.client(client, coach.asking(START)).statusCode(status));
    }
}
