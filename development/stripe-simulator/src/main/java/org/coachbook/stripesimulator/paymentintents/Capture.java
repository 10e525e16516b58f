package org.coachbook.stripesimulator.paymentintents;

import org.coachbook.stripesimulator.charges.Settlement;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.http.Attributes;
import org.coachbook.stripesimulator.http.Parameters;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;

/** Captures an authorised PaymentIntent, all or part; what is left is released. */
final class Capture {
    private final Store store;
    private final Settlement settlement;
    private final Events events;

    Capture(Store store, Settlement settlement, Events events) {
        this.store = store;
        this.settlement = settlement;
        this.events = events;
    }

    void capture(Parameters parameters, StripeObject intent) {
        States.requireCapturable(intent);
        long amount = parameters.number("amount_to_capture", intent.number("amount_capturable"));
        check(amount, intent);
        long fee = parameters.number("application_fee_amount", intent.number("application_fee_amount"));
        ConnectRules.checkFeeAmount(fee, amount);
        StripeObject charge = store.referenced(Authorization.charge(intent));
        if (fee > 0) {
            intent.set("application_fee_amount", fee);
            charge.set("application_fee_amount", fee);
        }
        Attributes.copy(parameters, intent, "statement_descriptor_suffix");
        Attributes.mergeMetadata(parameters, intent);
        settlement.capture(charge, amount);
        settlement.settle(charge);
        intent.set("amount_capturable", 0).set("amount_received", amount).set("status", States.SUCCEEDED);
        events.record("charge.captured", charge);
        events.record("payment_intent.succeeded", intent);
    }

    private static void check(long amount, StripeObject intent) {
        if (amount < 1) {
            throw StripeErrors.parameter(
                    "parameter_invalid_integer", "amount_to_capture", "This value must be greater than or equal to 1.");
        }
        if (amount > intent.number("amount_capturable")) {
            throw StripeErrors.refused(
                            "amount_too_large",
                            "Requested capture amount is greater than the amount you can capture for this charge.")
                    .param("amount_to_capture")
                    .with("payment_intent", intent.render());
        }
    }
}
