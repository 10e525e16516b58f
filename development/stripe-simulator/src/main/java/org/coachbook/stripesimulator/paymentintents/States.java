package org.coachbook.stripesimulator.paymentintents;

import java.util.List;
import org.coachbook.stripesimulator.errors.StripeError;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.objects.StripeObject;

/** The states of a PaymentIntent and what each refuses (docs.stripe.com/payments/paymentintents/lifecycle). */
final class States {
    static final String REQUIRES_PAYMENT_METHOD = "requires_payment_method";
    static final String REQUIRES_CONFIRMATION = "requires_confirmation";
    static final String REQUIRES_ACTION = "requires_action";
    static final String REQUIRES_CAPTURE = "requires_capture";
    static final String SUCCEEDED = "succeeded";
    static final String CANCELED = "canceled";

    private static final List<String> OPEN = List.of(REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION);
    private static final List<String> CANCELABLE =
            List.of(REQUIRES_PAYMENT_METHOD, REQUIRES_CAPTURE, REQUIRES_CONFIRMATION, REQUIRES_ACTION, "processing");

    private States() {}

    static void requireConfirmable(StripeObject intent) {
        if (intent.is("status", SUCCEEDED)) {
            throw unexpected(
                    intent,
                    "You cannot confirm this PaymentIntent because it has already succeeded after being previously"
                            + " confirmed.");
        }
        require(intent, OPEN, "You cannot confirm this PaymentIntent because it has a status of ", "confirmed");
    }

    static void requireCapturable(StripeObject intent) {
        require(
                intent,
                List.of(REQUIRES_CAPTURE),
                "This PaymentIntent could not be captured because it has a status of ",
                "captured");
    }

    static void requireCancelable(StripeObject intent) {
        require(intent, CANCELABLE, "You cannot cancel this PaymentIntent because it has a status of ", "canceled");
    }

    static void requireUpdatable(StripeObject intent, String param) {
        if (!OPEN.contains(intent.required("status"))) {
            throw unexpected(
                            intent,
                            "This PaymentIntent's " + param + " could not be updated because it has a status of "
                                    + intent.text("status") + ". You may only update the " + param
                                    + " of a PaymentIntent with one of the following statuses: "
                                    + String.join(", ", OPEN) + ".")
                    .param(param);
        }
    }

    private static void require(StripeObject intent, List<String> allowed, String refusal, String done) {
        if (!allowed.contains(intent.required("status"))) {
            throw unexpected(
                    intent,
                    refusal + intent.text("status")
                            + ". Only a PaymentIntent with one of the following statuses may be " + done + ": "
                            + String.join(", ", allowed) + ".");
        }
    }

    static StripeError unexpected(StripeObject intent, String message) {
        return StripeErrors.refused("payment_intent_unexpected_state", message).with("payment_intent", intent.render());
    }
}
