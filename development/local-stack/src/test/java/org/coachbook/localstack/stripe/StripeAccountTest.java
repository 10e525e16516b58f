package org.coachbook.localstack.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StripeAccountTest {
    @Test
    void without_a_key_the_simulator_serves() {
        assertThat(StripeAccount.of(Map.of())).isEmpty();
        assertThat(StripeAccount.of(Map.of("STRIPE_SECRET_KEY", ""))).isEmpty();
    }

    @Test
    void a_test_key_with_its_companions_is_taken() {
        Map<String, String> environment = Map.of(
                "STRIPE_SECRET_KEY", "sk_test_1",
                "STRIPE_PUBLISHABLE_KEY", "pk_test_1",
                "COACHBOOK_STRIPE_WEBHOOK_SECRET", "whsec_1,whsec_2");
        assertThat(StripeAccount.of(environment)).get().satisfies(account -> assertThat(account.webhookSecrets())
                .containsExactly("whsec_1", "whsec_2"));
    }

    @Test
    void a_live_key_is_refused() {
        Map<String, String> environment = Map.of(
                "STRIPE_SECRET_KEY", "sk_live_1",
                "STRIPE_PUBLISHABLE_KEY", "pk_live_1",
                "COACHBOOK_STRIPE_WEBHOOK_SECRET", "whsec_1");
        assertThatThrownBy(() -> StripeAccount.of(environment)).hasMessageContaining("test key");
    }

    @Test
    void a_missing_companion_is_named() {
        assertThatThrownBy(() -> StripeAccount.of(Map.of("STRIPE_SECRET_KEY", "sk_test_1")))
                .hasMessageContaining("STRIPE_PUBLISHABLE_KEY");
    }
}
