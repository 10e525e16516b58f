package org.coachbook.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

class TestTokensTest {
    private final TestTokens tokens = TestTokens.withNewKey();

    @Test
    void a_service_token_has_scopes_and_no_roles() throws Exception {
        JwtClaims claims = verifier(tokens).processToClaims(tokens.service("booking", "payments:read", "quotes:read"));
        assertThat(claims.getSubject()).isEqualTo("service:booking");
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("payments:read quotes:read");
        assertThat(claims.getStringListClaimValue("roles")).isEmpty();
    }

    @Test
    void a_token_lives_five_minutes() throws Exception {
        JwtClaims claims = verifier(tokens).processToClaims(tokens.user("u1", "client"));
        long life = claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue();
        assertThat(life).isEqualTo(300);
    }

    @Test
    void an_old_token_has_expired() {
        String old = tokens.userAt(Instant.now().minusSeconds(301), "u1", "client");
        assertThatThrownBy(() -> verifier(tokens).processToClaims(old)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void another_key_is_refused() {
        String foreign = TestTokens.withNewKey().user("u1", "client");
        assertThatThrownBy(() -> verifier(tokens).processToClaims(foreign)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void claims_can_be_replaced() {
        String token = tokens.userWith(Map.of("aud", "somebody-else"), "u1", "client");
        assertThatThrownBy(() -> verifier(tokens).processToClaims(token))
                .hasMessageContaining("Audience (aud) claim [somebody-else]");
    }

    private static JwtConsumer verifier(TestTokens tokens) {
        return new JwtConsumerBuilder()
                .setVerificationKey(tokens.key().getKey())
                .setExpectedIssuer(TestTokens.ISSUER)
                .setExpectedAudience(TestTokens.AUDIENCE)
                .setRequireExpirationTime()
                .build();
    }
}
