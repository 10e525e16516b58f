package org.coachbook.localstack.stripe;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account at the real Stripe, in test mode, used instead of the simulator.
 *
 * @param webhookSecrets of the endpoints that lead to this machine's gateway
 */
public record StripeAccount(URI api, String secretKey, String publishableKey, List<String> webhookSecrets) {
    private static final URI API = URI.create("https://api.stripe.com");

    /** Refuses live keys: nothing on a developer's machine may move money. */
    public StripeAccount {
        if (!secretKey.startsWith("sk_test_") && !secretKey.startsWith("rk_test_")) {
            throw new IllegalArgumentException("STRIPE_SECRET_KEY is no test key; the local stack takes only those");
        }
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    /**
     * The account of {@code STRIPE_SECRET_KEY}, {@code STRIPE_PUBLISHABLE_KEY} and
     * {@code COACHBOOK_STRIPE_WEBHOOK_SECRET} (comma-separated); empty without the first.
     */
    public static Optional<StripeAccount> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("STRIPE_SECRET_KEY"))
                .filter(key -> !key.isBlank())
                .map(key -> new StripeAccount(
                        API,
                        key,
                        required(environment, "STRIPE_PUBLISHABLE_KEY"),
                        Arrays.asList(required(environment, "COACHBOOK_STRIPE_WEBHOOK_SECRET")
                                .split(",", -1))));
    }

    private static String required(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(
                        "STRIPE_SECRET_KEY is set, so " + name + " is needed, too; unset it to use the simulator"));
    }
}
