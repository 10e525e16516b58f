package org.coachbook.stripesimulator.charges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.paymentmethods.TestCard;
import org.jspecify.annotations.Nullable;

/** A charge's {@code payment_method_details}; what all charges of a card have in common is made once. */
final class CardDetails {
    private static final ObjectNode AUTHENTICATED = Json.object()
            .put("authentication_flow", "challenge")
            .put("electronic_commerce_indicator", "05")
            .putNull("exemption_indicator")
            .put("result", "authenticated")
            .putNull("result_reason")
            .put("version", "2.2.0");

    private final Map<TestCard, ObjectNode> common = new HashMap<>();

    ObjectNode of(TestCard card, long amount, boolean authenticated, @Nullable Long captureBefore) {
        ObjectNode shape = Json.object();
        shape.setAll(common.computeIfAbsent(card, CardDetails::common));
        shape.put("amount_authorized", amount);
        if (captureBefore != null) {
            shape.put("capture_before", captureBefore);
        }
        if (authenticated) {
            shape.set("three_d_secure", AUTHENTICATED);
        }
        shape.putObject("overcapture").put("maximum_amount_capturable", amount).put("status", "unavailable");
        ObjectNode details = Json.object();
        details.set("card", shape);
        return details.put("type", "card");
    }

    private static ObjectNode common(TestCard card) {
        ObjectNode shape = Json.object()
                .putNull("authorization_code")
                .put("brand", card.brand())
                .put("country", card.country())
                .put("exp_month", 12)
                .put("exp_year", 2034)
                .put("fingerprint", "F" + card.number())
                .put("funding", card.funding())
                .putNull("installments")
                .put("last4", card.last4())
                .putNull("mandate")
                .put("network", card.brand())
                .put("regulated_status", "unregulated")
                .putNull("three_d_secure")
                .putNull("wallet");
        shape.putObject("checks")
                .putNull("address_line1_check")
                .putNull("address_postal_code_check")
                .put("cvc_check", "pass");
        addFeatures(shape);
        return shape;
    }

    /** The optional features of card authorisations, all switched off. */
    private static void addFeatures(ObjectNode shape) {
        shape.putObject("extended_authorization").put("status", "disabled");
        shape.putObject("incremental_authorization").put("status", "unavailable");
        shape.putObject("multicapture").put("status", "unavailable");
        shape.putObject("network_token").put("used", false);
    }
}
