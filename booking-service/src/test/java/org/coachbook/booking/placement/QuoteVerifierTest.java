package org.coachbook.booking.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coachbook.booking.process.Scenario;
import org.coachbook.contracts.pricing.Quote;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.Test;

class QuoteVerifierTest {
    private static final QuoteTokens PRICING = QuoteTokens.withNewKey("pricing-1");
    private static final Quote QUOTE = Scenario.quote(6000, Scenario.START);
    private static final ShareDecryption SHARES = ShareDecryption.with(Optional.of(QuoteTokens.SHARE_KEY));
    private static final Instant NOW = Scenario.NOW;

    private final QuoteVerifier verifier =
            new QuoteVerifier(new JwksVerificationKeyResolver(List.<JsonWebKey>of(PRICING.key())), SHARES);

    @Test
    void a_quote_signed_by_pricing_is_genuine_and_says_all_it_said_there() {
        assertThat(verifier.verify(PRICING.sign(QUOTE), NOW)).isEqualTo(new QuoteVerdict.Genuine(QUOTE));
    }

    @Test
    void a_quote_is_over_at_the_very_second_it_expires() {
        assertThat(verifier.verify(PRICING.sign(QUOTE), QUOTE.expiresAt().minusMillis(1)))
                .isInstanceOf(QuoteVerdict.Genuine.class);
        assertThat(verifier.verify(PRICING.sign(QUOTE), QUOTE.expiresAt())).isEqualTo(new QuoteVerdict.Expired(QUOTE));
    }

    @Test
    void algorithm_none_is_not_believed() {
        String header = base64("{\"alg\":\"none\",\"typ\":\"quote+jwt\",\"kid\":\"pricing-1\"}");
        String payload = PRICING.sign(QUOTE).split("\\.", -1)[1];
        assertInvalid(header + "." + payload + ".");
    }

    @Test
    void hs256_with_the_public_key_as_secret_is_not_believed() {
        Key publicAsSecret = new HmacKey(PRICING.key().getPublicKey().getEncoded());
        assertInvalid(QuoteTokens.sign(QuoteTokens.claims(QUOTE), "HS256", publicAsSecret, "quote+jwt", "pricing-1"));
    }

    @Test
    void another_algorithm_with_a_key_of_its_own_is_not_believed() throws JoseException {
        Key rsa = RsaJwkGenerator.generateJwk(2048).getPrivateKey();
        assertInvalid(QuoteTokens.sign(QuoteTokens.claims(QUOTE), "RS256", rsa, "quote+jwt", "pricing-1"));
        Key longer = EcJwkGenerator.generateJwk(EllipticCurves.P384).getPrivateKey();
        assertInvalid(QuoteTokens.sign(QuoteTokens.claims(QUOTE), "ES384", longer, "quote+jwt", "pricing-1"));
    }

    @Test
    void a_signature_of_zeros_is_not_believed() {
        String[] parts = PRICING.sign(QUOTE).split("\\.", -1);
        String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
        assertInvalid(parts[0] + "." + parts[1] + "." + zeros);
    }

    @Test
    void a_foreign_key_is_not_believed_under_its_own_name_nor_under_ours() {
        assertInvalid(QuoteTokens.withNewKey("foreign").sign(QUOTE));
        assertInvalid(QuoteTokens.withNewKey("pricing-1").sign(QUOTE));
    }

    @Test
    void an_access_token_is_no_quote() {
        Key key = PRICING.key().getPrivateKey();
        assertInvalid(QuoteTokens.sign(QuoteTokens.claims(QUOTE), "ES256", key, "JWT", "pricing-1"));
    }

    @Test
    void another_issuer_audience_or_subject_is_not_believed() {
        assertInvalid(PRICING.sign(QUOTE, Map.of("iss", "https://coachbook.org")));
        assertInvalid(PRICING.sign(QUOTE, Map.of("aud", "coachbook")));
        assertInvalid(PRICING.sign(QUOTE, Map.of("sub", "somebody-else")));
    }

    @Test
    void a_changed_price_breaks_the_signature() {
        String[] parts = PRICING.sign(QUOTE).split("\\.", -1);
        String payload = decoded(parts[1]);
        assertInvalid(parts[0] + "." + base64(payload.replace("6000", "1")) + "." + parts[2]);
    }

    @Test
    void the_figures_come_from_the_share_and_a_quote_without_one_is_invalid() {
        assertThat(PRICING.sign(QUOTE).split("\\.", -1)[1])
                .satisfies(payload -> assertThat(decoded(payload)).doesNotContain("platformFee", "payout"));
        assertInvalid(PRICING.sign(QUOTE, Map.of("quote", QUOTE, "share", "")));
        Map<String, Object> claims = QuoteTokens.claims(QUOTE);
        claims.remove("share");
        assertInvalid(QuoteTokens.sign(claims, "ES256", PRICING.key().getPrivateKey(), "quote+jwt", "pricing-1"));
    }

    @Test
    void even_under_a_good_signature_a_share_of_another_key_or_another_quote_is_not_believed() {
        String foreign =
                Base64.getEncoder().encodeToString("another key of thirty-two bytes!".getBytes(StandardCharsets.UTF_8));
        assertInvalid(PRICING.sign(QUOTE, Map.of("share", QuoteTokens.share(QUOTE, foreign))));
        Map<String, Object> moved = Map.of("quoteId", "another", "platformFee", 1, "payout", 5999);
        assertInvalid(PRICING.sign(QUOTE, Map.of("share", QuoteTokens.share(moved, QuoteTokens.SHARE_KEY))));
    }

    @Test
    void even_under_a_good_signature_a_share_that_was_tampered_with_or_is_incomplete_is_not_believed() {
        String[] parts = QuoteTokens.share(QUOTE, QuoteTokens.SHARE_KEY).split("\\.", -1);
        parts[3] = (parts[3].charAt(0) == 'A' ? "B" : "A") + parts[3].substring(1);
        assertInvalid(PRICING.sign(QUOTE, Map.of("share", String.join(".", parts))));
        Map<String, Object> half = Map.of("quoteId", QUOTE.id(), "platformFee", 900);
        assertInvalid(PRICING.sign(QUOTE, Map.of("share", QuoteTokens.share(half, QuoteTokens.SHARE_KEY))));
        assertInvalid(PRICING.sign(QUOTE, Map.of("share", "rubbish")));
    }

    @Test
    void a_token_that_says_nothing_has_no_content() {
        assertThat(QuoteVerifier.content(base64("{\"alg\":\"ES256\"}") + "." + base64("null") + ".AA"))
                .isEmpty();
    }

    @Test
    void rubbish_is_invalid() {
        assertInvalid("rubbish");
        assertInvalid("a.b.c");
        assertInvalid("{\"$gt\":\"\"}");
    }

    @Test
    void keys_that_cannot_be_had_say_nothing_about_the_quote() {
        QuoteVerifier blind = new QuoteVerifier(
                (jws, nesting) -> {
                    throw new UnresolvableKeyException("no keys", new IOException("connection refused"));
                },
                SHARES);
        assertThat(blind.verify(PRICING.sign(QUOTE), NOW)).isEqualTo(new QuoteVerdict.Undecided());
    }

    private void assertInvalid(String jws) {
        assertThat(verifier.verify(jws, NOW)).isEqualTo(new QuoteVerdict.Invalid());
    }

    private static String decoded(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
