package org.coachbook.stripesimulator.paymentintents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.http.Attributes;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.Parameters;
import org.coachbook.stripesimulator.http.Resources;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.StripeObject;

/** What a PaymentIntent is about: amount, currency, shares and texts, as given on creation and update. */
final class Terms {
    private static final String[] TEXTS = {
        "description",
        "on_behalf_of",
        "receipt_email",
        "setup_future_usage",
        "shipping",
        "statement_descriptor",
        "statement_descriptor_suffix",
        "transfer_group"
    };
    private static final List<String> SETTLED_BY_CONFIRMATION = List.of(
            "amount", "currency", "application_fee_amount", "transfer_data", "capture_method", "payment_method");

    private final Resources resources;
    private final AmountRules amounts = new AmountRules();
    private final ConnectRules connect;

    Terms(Resources resources) {
        this.resources = resources;
        this.connect = new ConnectRules(resources.store());
    }

    /** Sets what a new PaymentIntent needs. */
    void create(Call call, StripeObject intent) {
        Parameters parameters = call.parameters();
        parameters.requiredNumber("amount");
        parameters.required("currency");
        apply(call, intent);
        List<String> types = parameters.texts("payment_method_types");
        if (types != null) {
            intent.set("payment_method_types", Json.texts(acceptable(types)));
        }
        if (parameters.has("automatic_payment_methods") || types == null) {
            intent.set("automatic_payment_methods", automatic(parameters.nested("automatic_payment_methods")));
        }
    }

    private static ObjectNode automatic(Parameters given) {
        return Json.object()
                .put("allow_redirects", given.text("allow_redirects", "always"))
                .put("enabled", true);
    }

    private static List<String> acceptable(List<String> types) {
        for (String type : types) {
            if (!type.equals("card") && !type.equals("link")) {
                throw StripeErrors.parameter(
                        "payment_intent_invalid_parameter",
                        "payment_method_types",
                        "The payment method type \"" + type + "\" is invalid. Please ensure the provided type is"
                                + " activated in your dashboard and your account is enabled for any preview features"
                                + " that you are trying to use.");
            }
        }
        return types;
    }

    /** Changes what may still be changed. */
    void update(Call call, StripeObject intent) {
        for (String name : SETTLED_BY_CONFIRMATION) {
            if (call.parameters().has(name)) {
                States.requireUpdatable(intent, name);
            }
        }
        apply(call, intent);
    }

    private void apply(Call call, StripeObject intent) {
        Parameters parameters = call.parameters();
        applyAmount(parameters, intent);
        applyFeeAndTransfer(parameters, intent);
        String captureMethod = parameters.text("capture_method");
        if (captureMethod != null) {
            intent.set("capture_method", captureMethod);
        }
        if (parameters.has("customer")) {
            String customer = parameters.text("customer");
            if (customer != null) {
                resources.referenced(call, ObjectType.CUSTOMER, customer, "customer");
            }
            intent.set("customer", customer);
        }
        Attributes.copy(parameters, intent, TEXTS);
        Attributes.mergeMetadata(parameters, intent);
        connect.check(intent);
    }

    private void applyAmount(Parameters parameters, StripeObject intent) {
        if (parameters.has("currency")) {
            intent.set("currency", amounts.currency(parameters.required("currency")));
        }
        if (parameters.has("amount")) {
            intent.set("amount", parameters.requiredNumber("amount"));
        }
        amounts.check(intent.number("amount"), intent.required("currency"));
    }

    private static void applyFeeAndTransfer(Parameters parameters, StripeObject intent) {
        if (parameters.has("application_fee_amount")) {
            Long fee = parameters.number("application_fee_amount");
            if (fee == null) {
                intent.set("application_fee_amount", (String) null);
            } else {
                intent.set("application_fee_amount", fee);
            }
        }
        if (parameters.has("transfer_data")) {
            Parameters given = parameters.nested("transfer_data");
            ObjectNode data = intent.get("transfer_data") instanceof ObjectNode present
                    ? present.deepCopy()
                    : Json.object().put("destination", given.required("destination"));
            Long amount = given.number("amount");
            intent.set("transfer_data", amount == null ? data : data.put("amount", amount));
        }
    }
}
