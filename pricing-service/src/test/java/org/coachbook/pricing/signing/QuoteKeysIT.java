package org.coachbook.pricing.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.coachbook.pricing.PricingStack;
import org.coachbook.pricing.TestClock;
import org.coachbook.testing.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PricingStack.class)
class QuoteKeysIT {
    private static final Duration PERIOD = Duration.ofHours(720);

    @Inject
    QuoteKeys keys;

    @Inject
    SigningKeyRepository repository;

    @Inject
    MutableClock clock;

    @AfterEach
    void begin_anew_with_one_key() {
        clock.set(TestClock.START);
        repository.all().forEach(repository::remove);
        keys.refresh();
    }

    @Test
    void a_new_key_is_published_before_it_signs_and_the_old_one_stays_for_its_last_quotes() {
        KeyPairs.Usable old = keys.signing();
        clock.set(old.usedFrom().plus(PERIOD).minus(Duration.ofMinutes(10)));
        keys.refresh();
        assertThat(published()).hasSize(2).contains(old.keyId());
        assertThat(keys.signing().keyId()).isEqualTo(old.keyId());

        clock.advance(Duration.ofMinutes(10));
        String next = keys.signing().keyId();
        assertThat(next).isNotEqualTo(old.keyId());
        assertThat(published()).contains(old.keyId(), next);

        clock.advance(Duration.ofHours(2));
        keys.refresh();
        assertThat(published()).containsExactly(next);
        assertThat(repository.all()).extracting(SigningKeyDocument::keyId).containsExactly(next);
    }

    @Test
    void replicas_share_their_keys_and_make_one_successor() {
        QuoteKeys other = replica();
        assertThat(other.signing().keyId()).isEqualTo(keys.signing().keyId());
        clock.set(keys.signing().usedFrom().plus(PERIOD));
        keys.refresh();
        other.refresh();
        clock.advance(Duration.ofMinutes(10));
        assertThat(other.signing().keyId()).isEqualTo(keys.signing().keyId());
    }

    @Test
    void private_keys_are_stored_encrypted() {
        keys.signing();
        assertThat(repository.all()).isNotEmpty().allSatisfy(stored -> {
            assertThat(stored.privateKey()).doesNotContain("{").doesNotContain(stored.keyId());
            assertThat(stored.publicKey()).doesNotContain("\"d\"");
            assertThat(new KeyPairs(KeyEncryption.ephemeral()).open(stored)).isEmpty();
        });
    }

    private QuoteKeys replica() {
        String key = org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getValue("coachbook.quotes.key-encryption-key", String.class);
        return new QuoteKeys(repository, clock, PERIOD, Duration.ofMinutes(15), java.util.Optional.of(key));
    }

    private static List<String> published() {
        return RestAssured.get("/.well-known/quote-keys.json").jsonPath().getList("keys.kid");
    }
}
