package org.coachbook.stripesimulator.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.coachbook.stripesimulator.events.Event;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.StripeObject;

/** One event on its way to one endpoint. */
final class Delivery {
    private final Event event;
    private final StripeObject endpoint;
    private int attempts;
    private String outcome = "pending";

    Delivery(Event event, StripeObject endpoint) {
        this.event = event;
        this.endpoint = endpoint;
    }

    Event event() {
        return event;
    }

    StripeObject endpoint() {
        return endpoint;
    }

    int attempts() {
        return attempts;
    }

    void attempted(String result) {
        attempts++;
        outcome = result;
    }

    void dropped() {
        outcome = "dropped";
    }

    ObjectNode render() {
        return Json.object()
                .put("event", event.id())
                .put("type", event.type())
                .put("endpoint", endpoint.id())
                .put("url", endpoint.text("url"))
                .put("attempts", attempts)
                .put("outcome", outcome);
    }
}
