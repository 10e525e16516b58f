package org.coachbook.availability.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Stack;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ServiceStack;
import org.coachbook.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Stack
class InvitationResourceIT {
    private static final String CONNECTIONS = "/api/connections";

    private final Coach coach = new Coach();
    private final String client = "client-" + UUID.randomUUID();
    private final String email = "guest-" + UUID.randomUUID() + "@example.com";

    @Test
    void an_address_is_invited_once_and_shown_as_such_and_announced_without_it() {
        String id = invited(email);
        assertThat(invited("  " + email.toUpperCase(Locale.ROOT))).isEqualTo(id);
        coach.request()
                .get(CONNECTIONS)
                .then()
                .body("items", hasSize(1))
                .body("items[0].email", equalTo(email))
                .body("items[0].status", equalTo("pending"))
                .body("items[0].clientId", nullValue());
        try (KafkaProbe facts = KafkaProbe.of(ServiceStack.bootstrapServers(), "connection.invitations")) {
            var fact = facts.await("account.client-invited.v1", id, Duration.ofSeconds(10));
            assertThat(fact.payload()).contains(id, coach.id).doesNotContain("@", token(id));
        }
    }

    @Test
    void whoever_has_the_link_is_connected_as_an_invited_client_and_nobody_after_him() {
        String token = token(invited(email));
        accept(coach.id, token).statusCode(404);
        String connection = accept(client, token)
                .statusCode(200)
                .body("status", equalTo("accepted"))
                .body("requestedBy", equalTo(coach.id))
                .extract()
                .path("id");
        accept(client, token).statusCode(200).body("id", equalTo(connection));
        accept("other-" + client, token).statusCode(404);
        coach.request().get(CONNECTIONS).then().body("items", hasSize(1)).body("items[0].clientId", equalTo(client));
    }

    @Test
    void whoever_has_the_link_sees_who_invites_until_it_is_taken_back() {
        String id = invited(email);
        String token = token(id);
        preview(token).statusCode(200).body("coachId", equalTo(coach.id)).body("size()", equalTo(1));
        decline(token);
        preview(token).statusCode(200); // he may think better of it
        coach.request().delete(CONNECTIONS + "/" + id).then().statusCode(204);
        preview(token).statusCode(404);
        preview("not-" + token).statusCode(404);
    }

    @Test
    void a_link_that_was_used_does_not_undo_an_end_and_none_undoes_a_block() {
        String token = token(invited(email));
        String connection = accept(client, token).extract().path("id");
        coach.request().delete(CONNECTIONS + "/" + connection).then().statusCode(204);
        accept(client, token).statusCode(200).body("status", equalTo("ended"));
        String second = token(invited("second-" + email));
        block();
        accept(client, second).statusCode(404);
        coach.request().get(CONNECTIONS).then().body("items.status", hasItem("blocked"));
    }

    @Test
    void of_two_links_that_were_used_neither_undoes_an_end() {
        List<String> tokens = List.of(token(invited(email)), token(invited("second-" + email)));
        tokens.forEach(token -> accept(client, token).statusCode(200));
        String connection = accept(client, tokens.getFirst()).extract().path("id");
        coach.request().delete(CONNECTIONS + "/" + connection).then().statusCode(204);
        tokens.forEach(token -> accept(client, token).body("status", equalTo("ended")));
    }

    @Test
    void who_accepted_is_invited_anew_once_the_connection_ended() {
        String first = invited(email);
        String connection = accept(client, token(first)).extract().path("id");
        invite(email).then().statusCode(201).body("id", equalTo(connection)).body("status", equalTo("accepted"));
        coach.request().delete(CONNECTIONS + "/" + connection).then().statusCode(204);
        String second = invited(email);
        assertThat(second).isNotIn(first, connection);
        accept(client, token(second)).statusCode(200).body("status", equalTo("accepted"));
    }

    @Test
    void who_is_blocked_does_not_use_the_link_up() {
        String token = token(invited(email));
        block();
        accept(client, token).statusCode(404);
        accept("other-" + client, token).statusCode(200);
    }

    @Test
    void of_many_who_use_one_link_at_once_one_is_connected() throws Exception {
        String token = token(invited(email));
        assertThat(atOnce(8, n -> accept(client + n, token).extract().statusCode()))
                .containsOnly(200, 404)
                .containsOnlyOnce(200);
    }

    @Test
    void what_is_taken_back_cannot_be_accepted_until_the_address_is_invited_again() {
        String id = invited(email);
        String token = token(id);
        new Coach().request().delete(CONNECTIONS + "/" + id).then().statusCode(404);
        coach.request().delete(CONNECTIONS + "/" + id).then().statusCode(204);
        coach.request().get(CONNECTIONS).then().body("items", hasSize(0));
        internal(id).then().statusCode(404);
        accept(client, token).statusCode(404);
        assertThat(invited(email)).isEqualTo(id);
        accept(client, token).statusCode(200);
    }

    @Test
    void a_decline_needs_no_account_and_is_not_told_to_the_coach() {
        String id = invited(email);
        decline(token(id));
        decline("no such token");
        internal(id).then().statusCode(404);
        coach.request().get(CONNECTIONS).then().body("items.status", equalTo(List.of("pending")));
    }

    @Test
    void twenty_addresses_can_be_invited_in_a_day_also_all_at_once() throws Exception {
        List<Integer> answers = atOnce(30, n -> invite(n + "-" + email).statusCode());
        assertThat(answers).containsOnly(201, 429);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(20);
        invite("more-" + email)
                .then()
                .statusCode(429)
                .body("type", equalTo("https://coachbook.org/problems/too-many-invitations"));
        List<String> known = coach.request().get(CONNECTIONS).then().extract().path("items.email");
        assertThat(invited(known.getFirst())).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b@c", "a@b\r\nBcc: c@d", "<a@b>"})
    void what_is_no_address_is_refused(String text) {
        invite(text).then().statusCode(400);
    }

    @Test
    void only_coaches_invite() {
        Coach.as(client).body(Map.of("email", email)).post(CONNECTIONS).then().statusCode(403);
    }

    private static List<Integer> atOnce(int count, IntFunction<Integer> request) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, count)
                    .mapToObj(n -> threads.submit(() -> request.apply(n)))
                    .toList();
            for (Future<Integer> answer : answers) {
                answer.get();
            }
            return answers.stream().map(Future::resultNow).toList();
        }
    }

    private Response invite(String address) {
        return coach.request().body(Map.of("email", address)).post(CONNECTIONS);
    }

    private String invited(String address) {
        return invite(address).then().statusCode(201).extract().path("id");
    }

    private static Response internal(String id) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.shared().service("notification-service", "invitations:read"))
                .get("/internal/invitations/" + id);
    }

    /** What the mail carries. */
    private static String token(String id) {
        return internal(id).then().statusCode(200).extract().path("token");
    }

    private static ValidatableResponse accept(String userId, String token) {
        return Coach.as(userId)
                .body(Map.of("token", token))
                .post(CONNECTIONS + "/invitations/accept")
                .then();
    }

    private static ValidatableResponse preview(String token) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .post(CONNECTIONS + "/invitations/preview")
                .then();
    }

    private static void decline(String token) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .post(CONNECTIONS + "/invitations/decline")
                .then()
                .statusCode(204);
    }

    private void block() {
        coach.request()
                .body(Map.of("clientId", client))
                .post(CONNECTIONS + "/blocks")
                .then()
                .statusCode(201);
    }
}
