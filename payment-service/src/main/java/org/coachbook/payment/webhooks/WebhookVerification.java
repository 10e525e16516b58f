package org.coachbook.payment.webhooks;

import com.google.gson.JsonParseException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Believes an event only when its raw bytes are signed with one of our secrets within the last five minutes. */
@Singleton
class WebhookVerification {
    private static final Logger LOG = Logger.getLogger(WebhookVerification.class);

    private final List<String> secrets;
    private final Clock clock;

    WebhookVerification(
            @ConfigProperty(name = "coachbook.stripe.webhook-secret") Optional<List<String>> secrets, Clock clock) {
        this.secrets = secrets.orElse(List.of()).stream().map(String::strip).toList();
        this.clock = clock;
    }

    Optional<Event> verified(byte[] body, String signature) {
        String payload = new String(body, StandardCharsets.UTF_8);
        return secrets.stream()
                .flatMap(secret -> verified(payload, signature, secret).stream())
                .findFirst();
    }

    private Optional<Event> verified(String payload, String signature, String secret) {
        try {
            return Optional.of(Webhook.constructEvent(payload, signature, secret, Webhook.DEFAULT_TOLERANCE, clock));
        } catch (SignatureVerificationException | JsonParseException e) {
            LOG.debugf("Not signed with this secret: %s", e.getMessage());
            return Optional.empty();
        }
    }
}
