package org.coachbook.payment;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.coachbook.stripesimulator.StripeSimulator;
import org.coachbook.stripesimulator.StripeSimulatorOptions;
import org.coachbook.testing.FreePorts;
import org.coachbook.testing.ServiceStack;
import org.jspecify.annotations.Nullable;

/** Real MongoDB and Kafka, and a simulated Stripe whose webhooks reach the service under test. */
public final class PaymentStack implements QuarkusTestResourceLifecycleManager {
    private final ServiceStack services = new ServiceStack();
    private @Nullable StripeSimulator stripe;

    @Override
    public Map<String, String> start() {
        services.init(Map.of("topics", "payment.commands,booking.replies,payment.events"));
        Map<String, String> config = new HashMap<>(services.start());
        StripeSimulator simulator = StripeSimulator.start(
                StripeSimulatorOptions.defaults().withPace(Duration.ofMillis(20), Duration.ofMillis(100)));
        stripe = simulator;
        int port = FreePorts.next();
        config.putAll(Map.of(
                "quarkus.http.test-port", String.valueOf(port),
                "stripe.api-base", simulator.url(),
                "stripe.secret-key", simulator.secretKey(),
                "stripe.publishable-key", simulator.publishableKey(),
                "stripe.read-timeout", "PT0.7S",
                "coachbook.stripe.poll", "PT0.1S",
                "coachbook.webhooks.poll", "PT0.2S",
                "coachbook.reconciliation.period", "PT0.2S",
                "coachbook.stripe.webhook-secret", secrets(simulator, port)));
        return config;
    }

    private static String secrets(StripeSimulator simulator, int port) {
        StripeClient client = StripeClient.builder()
                .setApiKey(simulator.secretKey())
                .setApiBase(simulator.url())
                .build();
        return endpoint(client, port, false) + "," + endpoint(client, port, true);
    }

    private static String endpoint(StripeClient client, int port, boolean connect) {
        WebhookEndpointCreateParams parameters = WebhookEndpointCreateParams.builder()
                .setUrl("http://127.0.0.1:" + port + "/api/payments/stripe/webhook")
                .setConnect(connect)
                .addEnabledEvent(EnabledEvent.ALL)
                .build();
        try {
            return client.v1().webhookEndpoints().create(parameters).getSecret();
        } catch (StripeException e) {
            throw new IllegalStateException("The simulator makes no webhook endpoint", e);
        }
    }

    @Override
    public void stop() {
        services.stop();
        if (stripe != null) {
            stripe.close();
        }
    }
}
