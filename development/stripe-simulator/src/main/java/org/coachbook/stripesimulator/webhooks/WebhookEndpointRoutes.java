package org.coachbook.stripesimulator.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.http.Attributes;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.Parameters;
import org.coachbook.stripesimulator.http.Resources;
import org.coachbook.stripesimulator.http.Route;
import org.coachbook.stripesimulator.objects.Ids;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.StripeObject;

/** {@code /v1/webhook_endpoints} (docs.stripe.com/api/webhook_endpoints). */
public final class WebhookEndpointRoutes {
    private static final ObjectType TYPE = ObjectType.WEBHOOK_ENDPOINT;
    private final Resources resources;

    /** Routes over the store. */
    public WebhookEndpointRoutes(Resources resources) {
        this.resources = resources;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/v1/webhook_endpoints", this::create),
                Route.of("GET", "/v1/webhook_endpoints", call -> resources.list(call, TYPE)),
                Route.of("GET", "/v1/webhook_endpoints/{id}", call -> resources.retrieve(call, TYPE)),
                Route.of("POST", "/v1/webhook_endpoints/{id}", this::update),
                Route.of("DELETE", "/v1/webhook_endpoints/{id}", call -> resources.delete(call, TYPE)));
    }

    /** The secret is shown here, and never again. */
    private ObjectNode create(Call call) {
        Parameters parameters = call.parameters();
        String secret = Ids.next("whsec_", 32);
        StripeObject endpoint = resources
                .store()
                .draft(TYPE, null)
                .set("url", url(parameters.required("url")))
                .set("enabled_events", Json.texts(enabledEvents(parameters)))
                .set("api_version", parameters.text("api_version"))
                .set("connect", parameters.flag("connect"))
                .set("secret", secret);
        Attributes.copy(parameters, endpoint, "description");
        Attributes.mergeMetadata(parameters, endpoint);
        return resources.store().add(endpoint).render().put("secret", secret);
    }

    private ObjectNode update(Call call) {
        Parameters parameters = call.parameters();
        StripeObject endpoint = resources.require(call, TYPE);
        if (parameters.has("url")) {
            endpoint.set("url", url(parameters.required("url")));
        }
        if (parameters.has("enabled_events")) {
            endpoint.set("enabled_events", Json.texts(enabledEvents(parameters)));
        }
        if (parameters.has("disabled")) {
            endpoint.set("status", parameters.flag("disabled") ? "disabled" : "enabled");
        }
        Attributes.copy(parameters, endpoint, "description");
        Attributes.mergeMetadata(parameters, endpoint);
        return endpoint.render();
    }

    private static String url(String url) {
        if (!url.matches("https?://[^\\s/]+.*")) {
            throw StripeErrors.parameter("url_invalid", "url", "Invalid URL: URLs must begin with http:// or https://");
        }
        return url;
    }

    private static List<String> enabledEvents(Parameters parameters) {
        List<String> types = parameters.texts("enabled_events");
        if (types == null || types.isEmpty()) {
            throw StripeErrors.missing("enabled_events");
        }
        return types;
    }
}
