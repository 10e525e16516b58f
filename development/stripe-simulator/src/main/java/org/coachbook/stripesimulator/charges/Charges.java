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
    private final CardDetails cards = new CardDetails();

    /** Charges in the store. */
    public Charges(Store store) {
        this.store = store;
    }

    /** A charge the bank approved; money moves when it is captured. */
    public StripeObject approved(StripeObject intent, StripeObject method, TestCard card, boolean authenticated) {
        Long captureBefore =
                intent.is("capture_method", "manual") ? store.now() + AUTHORIZATION_LIFE.toSeconds() : null;
        return store.add(attempt(intent, method)
                .set("outcome", outcome("approved_by_network", null, "Payment complete.", "authorized"))
                .set("paid", true)
                .set("payment_method_details", cards.of(card, intent.number("amount"), authenticated, captureBefore))
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
                .set("payment_method_details", cards.of(card, intent.number("amount"), false, null))
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
}
