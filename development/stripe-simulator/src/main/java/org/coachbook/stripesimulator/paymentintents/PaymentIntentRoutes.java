package org.coachbook.stripesimulator.paymentintents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.Resources;
import org.coachbook.stripesimulator.http.Route;
import org.coachbook.stripesimulator.objects.Ids;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.coachbook.stripesimulator.paymentmethods.PaymentMethods;

/** {@code /v1/payment_intents} (docs.stripe.com/api/payment_intents). */
public final class PaymentIntentRoutes {
    private static final ObjectType TYPE = ObjectType.PAYMENT_INTENT;

    private final Resources resources;
    private final Events events;
    private final PaymentMethods methods;
    private final Terms terms;
    private final Confirmation confirmation;
    private final Capture capture;
    private final Cancellation cancellation;

    PaymentIntentRoutes(
            Resources resources,
            Events events,
            PaymentMethods methods,
            Confirmation confirmation,
            Capture capture,
            Cancellation cancellation) {
        this.resources = resources;
        this.events = events;
        this.methods = methods;
        this.terms = new Terms(resources);
        this.confirmation = confirmation;
        this.capture = capture;
        this.cancellation = cancellation;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/v1/payment_intents", this::create),
                Route.of("GET", "/v1/payment_intents", call -> resources.list(call, TYPE, "customer")),
                Route.of("GET", "/v1/payment_intents/search", this::search),
                Route.open(
                        "GET", "/v1/payment_intents/{id}", call -> intent(call).render()),
                Route.of("POST", "/v1/payment_intents/{id}", this::update),
                Route.open("POST", "/v1/payment_intents/{id}/confirm", this::confirm),
                Route.of("POST", "/v1/payment_intents/{id}/capture", this::capture),
                Route.of("POST", "/v1/payment_intents/{id}/cancel", this::cancel));
    }

    private ObjectNode create(Call call) {
        StripeObject intent = resources.store().draft(TYPE, call.account());
        intent.set("client_secret", Ids.next(intent.id() + "_secret_", 25));
        terms.create(call, intent);
        boolean confirm = call.parameters().flag("confirm");
        if (!confirm) {
            attachMethod(call, intent);
        }
        resources.store().add(intent);
        events.record("payment_intent.created", intent);
        if (confirm) {
            confirmation.confirm(call, intent);
        }
        return intent.render();
    }

    private ObjectNode update(Call call) {
        StripeObject intent = intent(call);
        terms.update(call, intent);
        attachMethod(call, intent);
        return intent.render();
    }

    private void attachMethod(Call call, StripeObject intent) {
        StripeObject method = methods.given(call);
        if (method != null) {
            intent.set("payment_method", method.id()).set("status", States.REQUIRES_CONFIRMATION);
        }
    }

    private ObjectNode confirm(Call call) {
        StripeObject intent = intent(call);
        confirmation.confirm(call, intent);
        return intent.render();
    }

    private ObjectNode capture(Call call) {
        StripeObject intent = intent(call);
        capture.capture(call.parameters(), intent);
        return intent.render();
    }

    private ObjectNode cancel(Call call) {
        StripeObject intent = intent(call);
        cancellation.cancel(intent, call.parameters().text("cancellation_reason"));
        return intent.render();
    }

    private ObjectNode search(Call call) {
        return MetadataSearch.search(resources.store().all(TYPE, call.account()), call.parameters());
    }

    /** The publishable key needs the client secret as well. */
    private StripeObject intent(Call call) {
        StripeObject intent = resources.require(call, TYPE);
        String secret = call.parameters().text("client_secret");
        if (secret == null && call.publishable()) {
            throw StripeErrors.missing("client_secret");
        }
        if (secret != null && !intent.is("client_secret", secret)) {
            throw StripeErrors.parameter(
                    "payment_intent_invalid_parameter",
                    "client_secret",
                    "The client_secret provided does not match the client_secret associated with the PaymentIntent.");
        }
        cancellation.expireIfDue(intent);
        return intent;
    }
}
