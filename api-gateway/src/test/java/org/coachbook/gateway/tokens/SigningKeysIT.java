package org.coachbook.gateway.tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.gateway.People.newEmail;
import static org.coachbook.gateway.People.register;
import static org.coachbook.gateway.People.tokenOf;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.coachbook.gateway.ShiftedClock;
import org.coachbook.testing.ServiceStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningKeysIT {
    @Inject
    SigningKeys keys;

    @Inject
    ShiftedClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_new_key_is_published_ten_minutes_before_it_signs_and_the_old_one_is_still_believed() {
        String old = keys.signer().kid();
        int before = published().size();
        clock.advance(Duration.ofDays(30).minus(Duration.ofMinutes(10)));
        keys.refresh();
        assertThat(published()).hasSize(before + 1).contains(old);
        assertThat(keys.signer().kid()).isEqualTo(old);
        String oldToken = tokenOf(register(newEmail(), "Ada", "client"));
        clock.advance(Duration.ofMinutes(11));
        keys.refresh();
        assertThat(keys.signer().kid()).isNotEqualTo(old);
        assertThat(published()).contains(old);
        given().header("Authorization", "Bearer " + oldToken)
                .get("/api/users/me")
                .then()
                .statusCode(200);
    }

    @Test
    void private_keys_are_stored_encrypted_and_one_generation_is_made_once() {
        keys.refresh();
        keys.refresh();
        List<Document> stored = new ArrayList<>();
        try (MongoClient client = MongoClients.create(ServiceStack.mongodbUri())) {
            client.getDatabase(ServiceStack.database())
                    .getCollection("signing-keys")
                    .find()
                    .into(stored);
        }
        assertThat(stored).isNotEmpty().allSatisfy(key -> assertThat(key.toJson())
                .doesNotContain("\"d\"", "\"p\"", "\"kty\""));
        assertThat(stored).extracting(key -> key.get("_id")).doesNotHaveDuplicates();
    }

    private static List<String> published() {
        return given().get("/.well-known/jwks.json").path("keys.kid");
    }
}
