package org.coachbook.pricing.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.coachbook.contracts.pricing.Quote;
import org.coachbook.pricing.Coach;
import org.coachbook.pricing.PricingStack;
import org.coachbook.pricing.TestClock;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Verifies tokens as booking-service does: offline, by the published keys. */
@QuarkusTest
@WithTestResource(PricingStack.class)
class QuoteTokenIT {
    private static final String START = "2027-03-08T08:00:00Z";
    private static final Asking ASKING = new Asking();

    @Test
    void a_clients_quote_is_verified_offline_and_names_everything() throws Exception {
        Coach coach = Coach.open();
        coach.setRate(12000);
        JwtClaims claims =
                verify(ASKING.client("client-7", coach.asking(START)).extract().path("quote"));
        assertThat(claims.getSubject()).isEqualTo("client-7");
        assertThat(claims.getExpirationTime().getValue()).isEqualTo(TestClock.START.getEpochSecond() + 900);
        Quote quote = quoteIn(claims);
        assertThat(claims.getJwtId()).isEqualTo(quote.id());
        assertThat(quote.clientId()).isEqualTo("client-7");
        assertThat(quote.coachId()).isEqualTo(coach.id());
        assertThat(quote.sessionTypeId()).isEqualTo(coach.sessionTypeId());
        assertThat(quote.sessionTypeVersion()).isEqualTo(1);
        assertThat(quote.rateCardVersion()).isEqualTo(1);
        assertThat(quote.start()).isEqualTo(START);
        assertThat(quote.durationMinutes()).isEqualTo(60);
        assertThat(quote.price().total()).isEqualTo(12000);
        assertThat(quote.cancellationTiers()).containsExactly(Coach.TWO_DAYS, Coach.ONE_DAY);
        assertThat(quote.expiresAt()).isEqualTo(TestClock.START.plusSeconds(900));
    }

    @Test
    void the_client_can_read_neither_fee_nor_payout_and_booking_service_can() throws Exception {
        Coach coach = Coach.open();
        coach.setRate(12000);
        String token = ASKING.client("client-7", coach.asking(START)).extract().path("quote");
        JsonNode payload = new JsonMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        assertThat(payload.toString()).doesNotContain("platformFee", "payout");
        assertThat(numbers(payload)).contains(12000L).doesNotContain(1800L, 10200L);
        JsonNode share =
                new JsonMapper().readTree(decrypted(payload.get("share").asText()));
        assertThat(share.get("quoteId")).isEqualTo(payload.get("jti"));
        assertThat(share.get("platformFee").asLong()).isEqualTo(1800);
        assertThat(share.get("payout").asLong()).isEqualTo(10200);
    }

    @Test
    void a_visitors_quote_has_no_subject() throws Exception {
        Coach coach = Coach.open();
        coach.setRate(12000);
        JwtClaims claims = verify(ASKING.visitor(coach.asking(START)).extract().path("quote"));
        assertThat(claims.hasClaim("sub")).isFalse();
        assertThat(quoteIn(claims).clientId()).isNull();
    }

    @Test
    void the_published_keys_are_public() {
        String keys = RestAssured.get("/.well-known/quote-keys.json").asString();
        assertThat(keys).contains("\"kid\"", "\"x\"", "\"y\"").doesNotContain("\"d\"");
    }

    private static List<Long> numbers(JsonNode node) {
        return node.isNumber()
                ? List.of(node.asLong())
                : node.valueStream().flatMap(child -> numbers(child).stream()).toList();
    }

    private static String decrypted(String share) throws JoseException {
        String key = ConfigProvider.getConfig().getValue("coachbook.quotes.share-key", String.class);
        JsonWebEncryption encryption = new JsonWebEncryption();
        encryption.setCompactSerialization(share);
        encryption.setKey(new SecretKeySpec(Base64.getDecoder().decode(key), "AES"));
        return encryption.getPayload();
    }

    private static JwtClaims verify(String token) throws Exception {
        JsonWebKeySet keys = new JsonWebKeySet(
                RestAssured.get("/.well-known/quote-keys.json").asString());
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, "ES256")
                .setExpectedType(true, "quote+jwt")
                .setExpectedIssuer("coachbook-pricing")
                .setExpectedAudience("coachbook-booking")
                .setRequireExpirationTime()
                .setRequireJwtId()
                .setEvaluationTime(NumericDate.fromSeconds(TestClock.START.getEpochSecond()))
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .build();
        return consumer.processToClaims(token);
    }

    private static Quote quoteIn(JwtClaims claims) {
        Map<String, Object> quote =
                claims.getClaimValue("quote") instanceof Map<?, ?> map ? Map.copyOf(castKeys(map)) : Map.of();
        return JsonMapper.builder().addModule(new JavaTimeModule()).build().convertValue(quote, Quote.class);
    }

    private static Map<String, Object> castKeys(Map<?, ?> map) {
        return map.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(e -> String.valueOf(e.getKey()), Map.Entry::getValue));
    }
}
