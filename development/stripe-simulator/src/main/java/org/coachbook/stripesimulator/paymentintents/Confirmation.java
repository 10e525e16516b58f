package org.coachbook.stripesimulator.paymentintents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.coachbook.stripesimulator.errors.StripeError;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.http.Attributes;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.Parameters;
import org.coachbook.stripesimulator.objects.Ids;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.coachbook.stripesimulator.paymentmethods.PaymentMethods;
import org.coachbook.stripesimulator.paymentmethods.TestCard;

/** Confirms a PaymentIntent: charges the card, or asks for 3-D Secure first. */
final class Confirmation {
    /** Where challenges are answered. */
    static final String CHALLENGE_PATH = "/3d_secure/";

    private final Store store;
    private final PaymentMethods methods;
    private final Authorization authorization;
    private final Events events;
    private final Supplier<String> url;

    Confirmation(
            Store store, PaymentMethods methods, Authorization authorization, Events events, Supplier<String> url) {
        this.store = store;
        this.methods = methods;
        this.authorization = authorization;
        this.events = events;
        this.url = url;
    }

    /** Confirms with the payment method given now or before. A decline is thrown. */
    void confirm(Call call, StripeObject intent) {
        States.requireConfirmable(intent);
        StripeObject method = method(call, intent);
        Parameters parameters = call.parameters();
        Attributes.copy(parameters, intent, "receipt_email", "setup_future_usage", "shipping");
        String captureMethod = parameters.text("capture_method");
        if (captureMethod != null) {
            intent.set("capture_method", captureMethod);
        }
        intent.set("payment_method", method.id());
        TestCard card = methods.card(method);
        if (card.challenged()) {
            challenge(call, intent, method, card);
            return;
        }
        StripeError decline = authorization.attempt(intent, method, card, false);
        if (decline != null) {
            throw decline;
        }
    }

    private StripeObject method(Call call, StripeObject intent) {
        StripeObject given = methods.given(call);
        if (given != null) {
            return given;
        }
        String attached = intent.text("payment_method");
        if (attached == null) {
            throw States.unexpected(
                    intent,
                    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either"
                            + " update the PaymentIntent with a payment method and then confirm it again, or confirm it"
                            + " again directly with a payment method or ConfirmationToken.");
        }
        return store.referenced(attached);
    }

    /** Nobody can answer a challenge off session, so it is a decline there. */
    private void challenge(Call call, StripeObject intent, StripeObject method, TestCard card) {
        Parameters parameters = call.parameters();
        String offSession = parameters.text("off_session", "false");
        if (!offSession.equals("false") || parameters.flag("error_on_requires_action")) {
            String code = "authentication_required";
            throw authorization.decline(
                    intent,
                    method,
                    card,
                    "card_declined",
                    code,
                    "Your card was declined. This transaction requires authentication.");
        }
        String challenge = CHALLENGE_PATH + intent.id() + "/" + Ids.next("", 16);
        ObjectNode action = Json.object();
        action.putObject("redirect_to_url")
                .put("return_url", parameters.text("return_url"))
                .put("url", url.get() + challenge);
        intent.set("challenge", challenge)
                .set("last_payment_error", (String) null)
                .set("next_action", action.put("type", "redirect_to_url"))
                .set("status", States.REQUIRES_ACTION);
        events.record("payment_intent.requires_action", intent);
    }
}
