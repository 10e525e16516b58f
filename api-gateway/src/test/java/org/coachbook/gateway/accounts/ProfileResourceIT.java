package org.coachbook.gateway.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.gateway.People.idOf;
import static org.coachbook.gateway.People.json;
import static org.coachbook.gateway.People.newEmail;
import static org.coachbook.gateway.People.register;
import static org.coachbook.gateway.People.tokenOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.coachbook.contracts.Topics;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ServiceStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProfileResourceIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void an_edit_changes_what_was_sent_and_tells_the_others_without_names() {
        Response ada = register(newEmail(), "Ada", "coach");
        edit(ada, Map.of("timeZone", "Asia/Kathmandu"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("timeZone", equalTo("Asia/Kathmandu"))
                .body("name", equalTo("Ada"));
        try (KafkaProbe probe = KafkaProbe.of(ServiceStack.bootstrapServers(), Topics.ACCOUNT_CHANGES)) {
            var first = probe.await(m -> m.subject().equals(idOf(ada)) && m.sequence() == 1, SOON);
            var second = probe.await(m -> m.subject().equals(idOf(ada)) && m.sequence() == 2, SOON);
            assertThat(first.type()).isEqualTo("account.changed.v1");
            assertThat(second.key()).isEqualTo(idOf(ada));
            assertThat(second.payload())
                    .contains("Asia/Kathmandu", "\"roles\":[\"coach\",\"client\"]")
                    .doesNotContain("Ada", "@example.com");
        }
    }

    @Test
    void an_edit_of_an_older_version_is_refused() {
        Response ada = register(newEmail(), "Ada", "client");
        edit(ada, Map.of("name", "Ada King")).then().statusCode(200);
        bearer(ada)
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(Map.of("name", "Other"))
                .patch("/api/users/me")
                .then()
                .statusCode(412);
    }

    @Test
    void roles_and_address_are_not_edited_here() {
        Response ada = register(newEmail(), "Ada", "client");
        for (String field : new String[] {"roles", "email", "active", "id", "passwordHash", "version"}) {
            edit(ada, Map.of(field, "admin")).then().statusCode(400).body("errors[0].field", equalTo(field));
        }
    }

    @Test
    void a_coach_is_seen_by_everybody_without_his_address() {
        Response coach = register(newEmail(), "Grace", "coach");
        given().get("/api/users/" + idOf(coach))
                .then()
                .statusCode(200)
                .body("name", equalTo("Grace"))
                .body("email", nullValue());
    }

    @Test
    void a_client_is_seen_by_people_who_are_signed_in() {
        Response client = register(newEmail(), "Linus", "client");
        given().get("/api/users/" + idOf(client)).then().statusCode(401);
        given().get("/api/users/" + UUID.randomUUID()).then().statusCode(401);
        bearer(register(newEmail(), "Ada", "coach"))
                .get("/api/users/" + idOf(client))
                .then()
                .statusCode(200)
                .body("name", equalTo("Linus"));
    }

    @Test
    void coaches_are_found_by_the_beginning_of_a_word() {
        String word = "Zz" + UUID.randomUUID().toString().substring(0, 8);
        Response coach = register(newEmail(), "Anna " + word, "coach");
        register(newEmail(), "Client " + word, "client");
        given().queryParam("q", word.substring(0, 6))
                .get("/api/coaches")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(idOf(coach)))
                .body("items.size()", equalTo(1));
        given().queryParam("q", ".*").get("/api/coaches").then().body("items.size()", equalTo(0));
    }

    @Test
    void pages_follow_each_other_without_gaps() {
        String word = "Pp" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 21; i++) {
            register(newEmail(), word, "coach");
        }
        Response first = given().queryParam("q", word).get("/api/coaches");
        first.then().body("items.size()", equalTo(20));
        given().queryParam("q", word)
                .queryParam("cursor", first.<String>path("next"))
                .get("/api/coaches")
                .then()
                .body("items.size()", equalTo(1))
                .body("next", nullValue());
        given().queryParam("cursor", "!").get("/api/coaches").then().statusCode(400);
    }

    private static io.restassured.specification.RequestSpecification bearer(Response person) {
        return given().header("Authorization", "Bearer " + tokenOf(person));
    }

    private static Response edit(Response person, Map<String, Object> body) {
        return json(body).header("Authorization", "Bearer " + tokenOf(person)).patch("/api/users/me");
    }
}
