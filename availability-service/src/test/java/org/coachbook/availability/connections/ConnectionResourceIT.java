package org.coachbook.availability.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Stack;
import org.coachbook.chassis.http.ProblemException;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ServiceStack;
import org.junit.jupiter.api.Test;

@Stack
class ConnectionResourceIT {
    private final String client = "client-" + UUID.randomUUID();

    @Inject
    MongoClient mongo;

    @Inject
    Connections connections;

    @Test
    void a_connection_from_before_there_were_mailed_invitations_is_read() {
        Coach coach = Coach.atWork();
        String connection = request(coach);
        mongo.getDatabase(ServiceStack.database())
                .getCollection("connections")
                .updateOne(
                        Filters.eq(idOf(connection)),
                        Updates.combine(Updates.unset("usedInvitations"), Updates.unset("invited")));
        coach.request().post(connection + "/accept").then().statusCode(200).body("status", equalTo("accepted"));
    }

    @Test
    void what_the_connected_may_see_is_seen_from_acceptance_to_the_end() {
        Coach coach = Coach.atWork();
        String type = "/api/session-types/" + coach.sessionType(Map.of("calendarVisibility", "connected"));
        String connection = request(coach);
        Coach.as(client).get(type).then().statusCode(404);
        coach.request().post(connection + "/accept").then().statusCode(200).body("status", equalTo("accepted"));
        Coach.as(client).get(type).then().statusCode(200);
        Coach.as(client).delete(connection).then().statusCode(204);
        Coach.as(client).get(type).then().statusCode(404);
    }

    @Test
    void only_the_other_side_answers_and_only_the_two_know() {
        Coach coach = Coach.atWork();
        String connection = request(coach);
        Coach.as(client).post(connection + "/accept").then().statusCode(409);
        Coach.as("third").post(connection + "/accept").then().statusCode(404);
        Coach.as("third").delete(connection).then().statusCode(404);
        coach.request().post(connection + "/decline").then().statusCode(200).body("status", equalTo("declined"));
        Coach.as(client).get("/api/connections").then().body("items.status", hasItem("declined"));
    }

    @Test
    void to_whom_a_coach_blocks_he_does_not_exist_until_he_invites_him() {
        Coach coach = Coach.atWork();
        String connection = request(coach);
        coach.request().post(connection + "/accept").then().statusCode(200);
        String blocked = coach.request()
                .body(Map.of("clientId", client))
                .post("/api/connections/blocks")
                .then()
                .statusCode(201)
                .body("status", equalTo("blocked"))
                .extract()
                .path("id");
        assertThat(connection).endsWith(blocked);
        Coach.as(client).get(connection.replace("/" + blocked, "")).then().body("items", hasSize(0));
        Coach.as(client)
                .body(Map.of("coachId", coach.id))
                .post("/api/connections")
                .then()
                .statusCode(404);
        Coach.as(client).delete(connection).then().statusCode(404);
        Map<String, String> time = Map.of(
                "coachId", coach.id,
                "sessionTypeId", coach.sessionType(Map.of()),
                "start", coach.at(7, "10:00").toString());
        Coach.as(client).body(time).post("/api/slots/holds").then().statusCode(404);
        coach.request().get("/api/connections").then().body("items.status", hasItem("blocked"));
        coach.request()
                .body(Map.of("clientId", client))
                .post("/api/connections")
                .then()
                .statusCode(201)
                .body("status", equalTo("pending"));
        Coach.as(client).body(time).post("/api/slots/holds").then().statusCode(201);
        coach.request()
                .body(Map.of("clientId", coach.id))
                .post("/api/connections/blocks")
                .then()
                .statusCode(400);
        Coach.as(client)
                .body(Map.of("clientId", "x"))
                .post("/api/connections/blocks")
                .then()
                .statusCode(403);
    }

    @Test
    void who_is_blocked_while_he_ends_a_connection_stays_blocked_and_is_not_told() {
        Coach coach = Coach.atWork();
        String id = idOf(request(coach));
        coach.request().post("/api/connections/" + id + "/accept").then().statusCode(200);
        var refusal = catchThrowableOfType(
                ProblemException.class,
                () -> connections.change(id, client, known -> {
                    connections.block(coach.id, client);
                    return known.ended(client);
                }));
        assertThat(Objects.requireNonNull(refusal).problem().status()).isEqualTo(404);
        assertThat(connections.isBlocked(coach.id, client)).isTrue();
    }

    @Test
    void whoever_the_coach_invites_sees_what_is_private_also_when_he_had_asked_before() {
        Coach coach = Coach.atWork();
        String type = "/api/session-types/" + coach.sessionType(Map.of("calendarVisibility", "private"));
        request(coach);
        invite(coach).body("status", equalTo("accepted")).body("requestedBy", equalTo(client));
        Coach.as(client).get(type).then().statusCode(200);

        Coach other = Coach.atWork();
        String hidden = "/api/session-types/" + other.sessionType(Map.of("calendarVisibility", "private"));
        other.request().post(request(other) + "/accept").then().statusCode(200);
        Coach.as(client).get(hidden).then().statusCode(404);
        invite(other).body("status", equalTo("accepted"));
        Coach.as(client).get(hidden).then().statusCode(200);
    }

    private ValidatableResponse invite(Coach coach) {
        return coach.request()
                .body(Map.of("clientId", client))
                .post("/api/connections")
                .then()
                .statusCode(201);
    }

    private static String idOf(String connection) {
        return connection.substring(connection.lastIndexOf('/') + 1);
    }

    @Test
    void a_connection_needs_one_other_person() {
        refused("{}");
        refused("{\"coachId\": \"a\", \"clientId\": \"b\"}");
        refused("{\"coachId\": {\"$gt\": \"\"}}");
        refused("{\"coachId\": \"" + client + "\"}");
        Coach.as(client)
                .body(Map.of("clientId", "b"))
                .post("/api/connections")
                .then()
                .statusCode(403);
    }

    @Test
    void a_change_is_announced() {
        String connection = request(Coach.atWork());
        String id = idOf(connection);
        try (KafkaProbe facts = KafkaProbe.of(ServiceStack.bootstrapServers(), "connection.changes")) {
            var fact = facts.await("account.connection-changed.v1", id, Duration.ofSeconds(10));
            assertThat(fact.payload())
                    .contains("\"status\":\"pending\"", "\"requestedBy\":\"" + client + "\"")
                    .doesNotContain("endedBy");
        }
    }

    private void refused(String body) {
        Coach.as(client).body(body).post("/api/connections").then().statusCode(400);
    }

    private String request(Coach coach) {
        String id = Coach.as(client)
                .body(Map.of("coachId", coach.id))
                .post("/api/connections")
                .then()
                .statusCode(201)
                .body("status", equalTo("pending"))
                .extract()
                .path("id");
        return "/api/connections/" + id;
    }
}
