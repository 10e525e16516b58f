package org.coachbook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

class ServiceStackIT {
    @Test
    void a_second_start_configures_the_same_processes() {
        Map<String, String> first = new ServiceStack().start();
        Map<String, String> second = new ServiceStack().start();
        assertThat(second).isEqualTo(first);
        assertThat(first)
                .containsOnlyKeys(
                        "quarkus.mongodb.connection-string",
                        "quarkus.mongodb.database",
                        "kafka.bootstrap.servers",
                        "coachbook.identity.jwks-url");
    }

    @Test
    void the_topics_of_the_init_argument_exist() throws Exception {
        ServiceStack stack = new ServiceStack();
        stack.init(Map.of("topics", "booking.events, payment.events"));
        stack.start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", ServiceStack.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).contains("booking.events", "payment.events");
        }
    }

    @Test
    void shared_tokens_verify_against_the_published_keys() throws Exception {
        String url = new ServiceStack().start().getOrDefault("coachbook.identity.jwks-url", "");
        var claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(url)))
                .setExpectedIssuer(TestTokens.ISSUER)
                .setExpectedAudience(TestTokens.AUDIENCE)
                .build()
                .processToClaims(TestTokens.shared().user("u1", "coach", "client"));
        assertThat(claims.getSubject()).isEqualTo("u1");
        assertThat(claims.getStringListClaimValue("roles")).containsExactly("coach", "client");
        assertThat(RestAssured.get(url).asString()).contains("\"n\":").doesNotContain("\"d\":");
    }
}
