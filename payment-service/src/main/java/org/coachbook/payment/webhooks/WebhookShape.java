package org.coachbook.payment.webhooks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.model.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coachbook.payment.payments.Dispute;
import org.jspecify.annotations.Nullable;

/** Reads from an event which object it is about, if it is one of those that matter to us. */
final class WebhookShape {
    /** The types to subscribe a webhook endpoint to; {@code account.updated} at a Connect endpoint. */
    static final Set<String> TYPES = Set.of(
            "payment_intent.amount_capturable_updated",
            "payment_intent.succeeded",
            "payment_intent.payment_failed",
            "payment_intent.canceled",
            "payment_intent.processing",
            "refund.created",
            "refund.updated",
            "refund.failed",
            "charge.refund.updated",
            "charge.dispute.created",
            "charge.dispute.closed",
            "account.updated");

    /** Those of refunds, which an operator can make at Stripe without our knowing. */
    static final List<String> REFUNDS = List.of("refund.created", "refund.updated", "refund.failed");

    /** Longer than processing ever takes, short enough for one whose process died. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private WebhookShape() {}

    static Optional<WebhookEvent> of(Event event, Instant now) {
        if (!TYPES.contains(event.getType())) {
            return Optional.empty();
        }
        JsonObject object = JsonParser.parseString(
                        event.getDataObjectDeserializer().getRawJson())
                .getAsJsonObject();
        return Optional.ofNullable(text(object.get("id")))
                .map(id -> new WebhookEvent(
                        event.getId(),
                        event.getType(),
                        id,
                        paymentId(object.get("metadata")),
                        text(object.get("payment_intent")),
                        dispute(event.getType(), id, object),
                        Instant.ofEpochSecond(event.getCreated()),
                        now,
                        0,
                        now.plus(LEASE)));
    }

    private static @Nullable Dispute dispute(String type, String id, JsonObject object) {
        String amount = text(object.get("amount"));
        return type.startsWith("charge.dispute.")
                ? Dispute.of(id, text(object.get("status")), amount == null ? 0 : Long.parseLong(amount))
                : null;
    }

    private static @Nullable String paymentId(@Nullable JsonElement metadata) {
        return metadata != null && metadata.isJsonObject()
                ? text(metadata.getAsJsonObject().get("paymentId"))
                : null;
    }

    private static @Nullable String text(@Nullable JsonElement element) {
        return element != null && element.isJsonPrimitive() ? element.getAsString() : null;
    }
}
