package org.coachbook.localstack.stripe;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coachbook.localstack.http.JsonClient;

/** Tells Stripe where its events go. */
public final class WebhookEndpoints {
    private final JsonClient stripe;

    /** Endpoints of the account with this secret key. */
    public WebhookEndpoints(URI stripe, String secretKey) {
        this.stripe = JsonClient.at(stripe).withToken(secretKey);
    }

    /** Makes one endpoint for the platform's events and one for those of connected accounts; their secrets. */
    public List<String> create(URI receiver) {
        return List.of(create(receiver, false), create(receiver, true));
    }

    private String create(URI receiver, boolean connect) {
        String url = URLEncoder.encode(receiver.toString(), StandardCharsets.UTF_8);
        String form = "url=" + url + "&enabled_events[]=" + URLEncoder.encode("*", StandardCharsets.UTF_8);
        return stripe.postForm("/v1/webhook_endpoints", connect ? form + "&connect=true" : form)
                .path("secret")
                .asText();
    }
}
