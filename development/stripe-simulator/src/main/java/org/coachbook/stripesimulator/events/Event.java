package org.coachbook.stripesimulator.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.Listed;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.jspecify.annotations.Nullable;

/**
 * An event. Its JSON is made when somebody wants it, from the object as it was at that moment.
 *
 * @param account the connected account it happened on; null: the platform
 * @param object a snapshot
 * @param previousAttributes the former values of what an update changed
 */
public record Event(
        String id,
        String type,
        @Nullable String account,
        long position,
        long created,
        StripeObject object,
        @Nullable ObjectNode previousAttributes,
        Cause cause)
        implements Listed {
    /** The request that caused it; both null when none did. */
    public record Cause(
            @Nullable String requestId, @Nullable String idempotencyKey) {
        static final Cause NONE = new Cause(null, null);
    }

    @Override
    public ObjectNode render() {
        ObjectNode json = Json.object().put("id", id).put("object", "event");
        if (account != null) {
            json.put("account", account);
        }
        json.put("api_version", Events.API_VERSION).put("created", created);
        ObjectNode data = json.putObject("data");
        data.set("object", object.render());
        if (previousAttributes != null) {
            data.set("previous_attributes", previousAttributes);
        }
        json.put("livemode", false).put("pending_webhooks", 1);
        json.putObject("request").put("id", cause.requestId()).put("idempotency_key", cause.idempotencyKey());
        return json.put("type", type);
    }
}
