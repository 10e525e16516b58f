package org.coachbook.pricing.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import org.coachbook.contracts.pricing.Quote;
import org.coachbook.pricing.Coach;
import org.coachbook.pricing.PricingStack;
import org.coachbook.pricing.TestClock;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
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
        assertThat(quote.platformFee()).isEqualTo(1800);
        assertThat(quote.payout()).isEqualTo(10200);
        assertThat(quote.cancellationTiers()).containsExactly(Coach.TWO_DAYS, Coach.ONE_DAY);
        assertThat(quote.expiresAt()).isEqualTo(TestClock.START.plusSeconds(900));
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
        assertThat(keys).contains("\"kid\"", "\"n\"").doesNotContain("\"d\"", "\"p\"", "\"q\"", "\"dp\"");
    }

    private static JwtClaims verify(String token) throws Exception {
        JsonWebKeySet keys = new JsonWebKeySet(
                RestAssured.get("/.well-known/quote-keys.json").asString());
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, "RS256")
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
