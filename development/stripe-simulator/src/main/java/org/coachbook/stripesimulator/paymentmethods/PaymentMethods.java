package org.coachbook.stripesimulator.paymentmethods;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.http.Attributes;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.Parameters;
import org.coachbook.stripesimulator.http.Resources;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.jspecify.annotations.Nullable;

/** Payment methods, each backed by a test card. Naming {@code pm_card_visa} makes a new one, as at Stripe. */
public final class PaymentMethods {
    private static final String CARD = "test_card";

    private final Resources resources;
    private final TestCards cards = new TestCards();
    private final Map<TestCard, ObjectNode> shapes = new HashMap<>();

    /** Payment methods in the store. */
    public PaymentMethods(Resources resources) {
        this.resources = resources;
    }

    /** The payment method that a request names in {@code payment_method} or describes; null when it does neither. */
    public @Nullable StripeObject given(Call call) {
        Parameters parameters = call.parameters();
        if (parameters.has("payment_method_data")) {
            return create(call, parameters.nested("payment_method_data"));
        }
        String id = parameters.text("payment_method");
        return id == null ? null : named(call, id);
    }

    /** The payment method of an id, a new one for the name of a test card. */
    StripeObject named(Call call, String id) {
        TestCard card = id.startsWith("pm_card_") ? cards.find(id) : null;
        return card == null
                ? resources.referenced(call, ObjectType.PAYMENT_METHOD, id, "payment_method")
                : add(call, card);
    }

    /** Creates a card from {@code card[token]} or {@code card[number]}. */
    StripeObject create(Call call, Parameters parameters) {
        if (!parameters.required("type").equals("card")) {
            throw StripeErrors.parameter(
                    "payment_method_unactivated",
                    parameters.name("type"),
                    "The payment method type provided: " + parameters.required("type")
                            + " is invalid. This account accepts card only.");
        }
        Parameters given = parameters.nested("card");
        String name = given.text("token", given.text("number", ""));
        TestCard card = cards.find(name);
        if (card == null) {
            throw StripeErrors.card("incorrect_number", null, "Your card number is incorrect.")
                    .param(given.name("number"));
        }
        StripeObject method = add(call, card);
        Attributes.mergeMetadata(parameters, method);
        if (parameters.has("billing_details")) {
            method.set(
                    "billing_details",
                    merged(method, parameters.nested("billing_details").json()));
        }
        return method;
    }

    private static ObjectNode merged(StripeObject method, ObjectNode details) {
        ObjectNode merged = Json.object();
        merged.setAll((ObjectNode) method.get("billing_details"));
        merged.setAll(details);
        return merged;
    }

    private StripeObject add(Call call, TestCard card) {
        StripeObject method = resources.store().draft(ObjectType.PAYMENT_METHOD, call.account());
        method.set("card", shapes.computeIfAbsent(card, PaymentMethods::shape)).set(CARD, "pm_card_" + card.name());
        return resources.store().add(method);
    }

    private static ObjectNode shape(TestCard card) {
        ObjectNode shape = Json.object().put("brand", card.brand());
        shape.putObject("checks")
                .putNull("address_line1_check")
                .putNull("address_postal_code_check")
                .put("cvc_check", "pass");
        shape.put("country", card.country())
                .put("display_brand", card.brand())
                .put("exp_month", 12)
                .put("exp_year", 2034)
                .put("fingerprint", "F" + card.number())
                .put("funding", card.funding())
                .putNull("generated_from")
                .put("last4", card.last4());
        shape.putObject("networks").putNull("preferred").putArray("available").add(card.brand());
        shape.put("regulated_status", "unregulated");
        shape.putObject("three_d_secure_usage").put("supported", true);
        return shape.putNull("wallet");
    }

    /** The test card behind a payment method. */
    public TestCard card(StripeObject method) {
        return Objects.requireNonNull(cards.find(method.required(CARD)));
    }
}
