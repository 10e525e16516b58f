package org.coachbook.stripesimulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What of a PaymentIntent is shown to the publishable key: nothing of fees, transfers or customers. */
final class PublishableView {
    private static final Set<String> SHOWN = Set.of(
            "id",
            "object",
            "amount",
            "automatic_payment_methods",
            "canceled_at",
            "cancellation_reason",
            "capture_method",
            "client_secret",
            "confirmation_method",
            "created",
            "currency",
            "description",
            "last_payment_error",
            "livemode",
            "next_action",
            "payment_method",
            "payment_method_configuration_details",
            "payment_method_types",
            "processing",
            "receipt_email",
            "setup_future_usage",
            "shipping",
            "source",
            "status");

    private PublishableView() {}

    static ObjectNode of(ObjectNode answer) {
        return answer.path("object").asText().equals("payment_intent") ? answer.retain(SHOWN) : answer;
    }
}
