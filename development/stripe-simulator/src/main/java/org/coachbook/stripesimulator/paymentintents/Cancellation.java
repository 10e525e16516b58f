package org.coachbook.stripesimulator.paymentintents;

import org.coachbook.stripesimulator.charges.Settlement;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.jspecify.annotations.Nullable;

/** Cancels a PaymentIntent, on request or when its authorisation has outlived itself. */
final class Cancellation {
    private final Store store;
    private final Settlement settlement;
    private final Events events;

    Cancellation(Store store, Settlement settlement, Events events) {
        this.store = store;
        this.settlement = settlement;
        this.events = events;
    }

    void cancel(StripeObject intent, @Nullable String reason) {
        States.requireCancelable(intent);
        end(intent, reason, "charge.refunded");
    }

    /** An authorisation that was not captured in time is gone, and its PaymentIntent with it. */
    void expireIfDue(StripeObject intent) {
        if (intent.is("status", States.REQUIRES_CAPTURE)
                && store.now() > captureBefore(store.referenced(Authorization.charge(intent)))) {
            end(intent, "automatic", "charge.expired");
        }
    }

    private static long captureBefore(StripeObject charge) {
        return charge.get("payment_method_details")
                .path("card")
                .path("capture_before")
                .asLong(Long.MAX_VALUE);
    }

    private void end(StripeObject intent, @Nullable String reason, String chargeEvent) {
        boolean authorized = intent.is("status", States.REQUIRES_CAPTURE);
        intent.set("amount_capturable", 0)
                .set("canceled_at", store.now())
                .set("cancellation_reason", reason)
                .set("next_action", (String) null)
                .set("status", States.CANCELED);
        if (authorized) {
            StripeObject charge = store.referenced(Authorization.charge(intent));
            settlement.releaseAll(charge);
            events.record(chargeEvent, charge);
        }
        events.record("payment_intent.canceled", intent);
    }
}
