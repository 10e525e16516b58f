package org.coachbook.stripesimulator.paymentintents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Objects;
import org.coachbook.stripesimulator.charges.Charges;
import org.coachbook.stripesimulator.charges.Settlement;
import org.coachbook.stripesimulator.errors.StripeError;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.coachbook.stripesimulator.objects.Timers;
import org.coachbook.stripesimulator.paymentmethods.TestCard;
import org.jspecify.annotations.Nullable;

/** One attempt to pay: the bank approves or declines, and the PaymentIntent goes on from there. */
final class Authorization {
    private final Charges charges;
    private final Settlement settlement;
    private final Events events;
    private final Timers timers;
    private final Duration asyncCaptureDelay;

    Authorization(Charges charges, Settlement settlement, Events events, Timers timers, Duration asyncCaptureDelay) {
        this.charges = charges;
        this.settlement = settlement;
        this.events = events;
        this.timers = timers;
        this.asyncCaptureDelay = asyncCaptureDelay;
    }

    /** Attempts to charge; answers the decline, or null when the bank approved. */
    @Nullable
    StripeError attempt(StripeObject intent, StripeObject method, TestCard card, boolean authenticated) {
        intent.set("next_action", (String) null).set("last_payment_error", (String) null);
        if (card.errorCode() != null) {
            return decline(intent, method, card, card.errorCode(), card.declineCode(), card.declineMessage());
        }
        StripeObject charge = charges.approved(intent, method, card, authenticated);
        intent.set("latest_charge", charge.id());
        if (intent.is("capture_method", "manual")) {
            intent.set("status", States.REQUIRES_CAPTURE).set("amount_capturable", intent.number("amount"));
            events.record("charge.succeeded", charge);
            events.record("payment_intent.amount_capturable_updated", intent);
        } else {
            captureAtOnce(intent, charge);
        }
        return null;
    }

    /** With {@code automatic_async} the money follows a moment later, as {@code charge.updated} tells. */
    private void captureAtOnce(StripeObject intent, StripeObject charge) {
        settlement.capture(charge, charge.number("amount"));
        intent.set("status", States.SUCCEEDED).set("amount_received", charge.number("amount"));
        boolean async = intent.is("capture_method", "automatic_async");
        if (!async) {
            settlement.settle(charge);
        }
        events.record("charge.succeeded", charge);
        events.record("payment_intent.succeeded", intent);
        if (async) {
            timers.after(asyncCaptureDelay, () -> settleLater(charge));
        }
    }

    private void settleLater(StripeObject charge) {
        if (charge.text("balance_transaction") == null) {
            ObjectNode previous = Json.object().putNull("balance_transaction");
            settlement.settle(charge);
            events.recordUpdate("charge.updated", charge, previous);
        }
    }

    /** Declines: a failed charge, and the PaymentIntent waits for another payment method. */
    StripeError decline(
            StripeObject intent,
            StripeObject method,
            TestCard card,
            String code,
            @Nullable String declineCode,
            String message) {
        StripeObject charge = charges.declined(intent, method, card, code);
        StripeError error = StripeErrors.card(code, declineCode, message)
                .with("charge", charge.id())
                .with("payment_method", method.render());
        intent.set("latest_charge", charge.id());
        events.record("charge.failed", charge);
        return failed(intent, error);
    }

    /** The attempt failed; the error says why, and repeats the PaymentIntent as it now is. */
    StripeError failed(StripeObject intent, StripeError error) {
        ObjectNode last = error.error().deepCopy();
        intent.set("last_payment_error", last)
                .set("next_action", (String) null)
                .set("payment_method", (String) null)
                .set("status", States.REQUIRES_PAYMENT_METHOD);
        events.record("payment_intent.payment_failed", intent);
        return error.with("payment_intent", intent.render());
    }

    /** The charge that an intent's money lies on. */
    static String charge(StripeObject intent) {
        return Objects.requireNonNull(intent.text("latest_charge"));
    }
}
