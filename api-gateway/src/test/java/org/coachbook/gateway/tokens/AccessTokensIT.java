package org.coachbook.gateway.tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coachbook.gateway.People.idOf;
import static org.coachbook.gateway.People.newEmail;
import static org.coachbook.gateway.People.register;
import static org.coachbook.gateway.People.tokenOf;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.coachbook.testing.TestTokens;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessTokensIT {
    @Inject
    SigningKeys keys;

    @Test
    void a_token_says_who_and_for_how_long_and_nothing_personal() throws Exception {
        Response signedIn = register(newEmail(), "Ada", "coach");
        JwtContext token = new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys)
                .setExpectedIssuer("https://coachbook.org")
                .setExpectedAudience("coachbook")
                .build()
                .process(tokenOf(signedIn));
        var claims = token.getJwtClaims();
        assertThat(claims.getSubject()).isEqualTo(idOf(signedIn));
        assertThat(claims.getStringListClaimValue("roles")).containsExactly("coach", "client");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(300);
        assertThat(claims.getClaimNames()).containsExactlyInAnyOrder("iss", "aud", "sub", "iat", "exp", "jti", "roles");
    }

    @Test
    void forged_tokens_are_not_believed() throws Exception {
        Forgeries forgeries = new Forgeries(keys.signer(), idOf(register(newEmail(), "Ada", "client")));
        status(forgeries.honest(), 200);
        for (Map.Entry<String, String> forged : forgeries.all().entrySet()) {
            int answered = given().header("Authorization", "Bearer " + forged.getValue())
                    .get("/api/users/me")
                    .statusCode();
            assertThat(answered).as(forged.getKey()).isEqualTo(401);
        }
    }

    @Test
    void keys_of_another_issuer_are_not_ours() {
        status(TestTokens.shared().user("somebody", "client"), 401);
    }

    @Test
    void the_published_keys_have_no_private_part() {
        List<Map<String, Object>> published = given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .path("keys");
        assertThat(published).isNotEmpty().allSatisfy(key -> assertThat(key)
                .containsOnlyKeys("kty", "kid", "use", "alg", "n", "e")
                .containsEntry("alg", "RS256"));
    }

    private static void status(String token, int expected) {
        given().header("Authorization", "Bearer " + token)
                .get("/api/users/me")
                .then()
                .statusCode(equalTo(expected));
    }
}
