package org.coachbook.stripesimulator.charges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.coachbook.stripesimulator.paymentmethods.TestCard;
import org.jspecify.annotations.Nullable;

/** The charges that PaymentIntents make, one per attempt. */
public final class Charges {
    /** How long a card authorisation lives (docs.stripe.com/payments/place-a-hold-on-a-payment-method). */
    public static final Duration AUTHORIZATION_LIFE = Duration.ofDays(7);

    private static final String[] REPEATED = {
        "currency",
        "customer",
        "description",
        "metadata",
        "on_behalf_of",
        "receipt_email",
        "shipping",
        "statement_descriptor_suffix",
        "transfer_group",
        "application_fee_amount",
        "transfer_data"
    };

    private final Store store;

    /** Charges in the store. */
    public Charges(Store store) {
        this.store = store;
    }

    /** A charge the bank approved; money moves when it is captured. */
    public StripeObject approved(StripeObject intent, StripeObject method, TestCard card, boolean authenticated) {
        boolean manual = intent.is("capture_method", "manual");
        ObjectNode details = details(intent, card, authenticated);
        if (manual) {
            ((ObjectNode) details.get("card")).put("capture_before", store.now() + AUTHORIZATION_LIFE.toSeconds());
        }
        return store.add(attempt(intent, method)
                .set("outcome", outcome("approved_by_network", null, "Payment complete.", "authorized"))
                .set("paid", true)
                .set("payment_method_details", details)
                .set("receipt_url", "https://pay.stripe.com/receipts/" + intent.id())
                .set("refund_outcome", card.refunds())
                .set("status", "succeeded"));
    }

    /** A charge the bank declined. */
    public StripeObject declined(StripeObject intent, StripeObject method, TestCard card, String code) {
        String reason = card.declineCode() == null ? code : card.declineCode();
        return store.add(attempt(intent, method)
                .set("failure_code", code)
                .set("failure_message", card.declineMessage())
                .set(
                        "outcome",
                        outcome(
                                "declined_by_network",
                                reason,
                                "The bank did not return any further details with this decline.",
                                "issuer_declined"))
                .set("payment_method_details", details(intent, card, false))
                .set("status", "failed"));
    }

    private StripeObject attempt(StripeObject intent, StripeObject method) {
        StripeObject charge = store.draft(ObjectType.CHARGE, intent.account())
                .set("amount", intent.number("amount"))
                .set("billing_details", method.get("billing_details"))
                .set("payment_intent", intent.id())
                .set("payment_method", method.id());
        for (String field : REPEATED) {
            charge.set(field, intent.get(field));
        }
        String destination = intent.get("transfer_data").path("destination").asText();
        return destination.isEmpty() ? charge : charge.set("destination", destination);
    }

    private static ObjectNode outcome(String network, @Nullable String reason, String message, String type) {
        return Json.object()
                .putNull("advice_code")
                .putNull("network_advice_code")
                .putNull("network_decline_code")
                .put("network_status", network)
                .put("reason", reason)
                .put("risk_level", "normal")
                .put("risk_score", 20)
                .put("seller_message", message)
                .put("type", type);
    }

    private static ObjectNode details(StripeObject intent, TestCard card, boolean authenticated) {
        ObjectNode shape = Json.object()
                .put("amount_authorized", intent.number("amount"))
                .putNull("authorization_code")
                .put("brand", card.brand());
        shape.putObject("checks")
                .putNull("address_line1_check")
                .putNull("address_postal_code_check")
                .put("cvc_check", "pass");
        shape.put("country", card.country()).put("exp_month", 12).put("exp_year", 2034);
        shape.put("fingerprint", "F" + card.number())
                .put("funding", card.funding())
                .putNull("installments")
                .put("last4", card.last4())
                .putNull("mandate")
                .put("network", card.brand());
        addFeatures(shape, intent.number("amount"));
        shape.put("regulated_status", "unregulated");
        shape.set(
                "three_d_secure", authenticated ? threeDSecure() : Json.object().nullNode());
        shape.putNull("wallet");
        ObjectNode details = Json.object();
        details.set("card", shape);
        return details.put("type", "card");
    }

    /** The optional features of card authorisations, all switched off. */
    private static void addFeatures(ObjectNode shape, long amount) {
        shape.putObject("extended_authorization").put("status", "disabled");
        shape.putObject("incremental_authorization").put("status", "unavailable");
        shape.putObject("multicapture").put("status", "unavailable");
        shape.putObject("network_token").put("used", false);
        shape.putObject("overcapture").put("maximum_amount_capturable", amount).put("status", "unavailable");
    }

    private static ObjectNode threeDSecure() {
        return Json.object()
                .put("authentication_flow", "challenge")
                .put("electronic_commerce_indicator", "05")
                .putNull("exemption_indicator")
                .put("result", "authenticated")
                .putNull("result_reason")
                .put("version", "2.2.0");
    }
}
