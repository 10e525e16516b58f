package org.coachbook.stripesimulator.charges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.http.Attributes;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.ListQuery;
import org.coachbook.stripesimulator.http.Resources;
import org.coachbook.stripesimulator.http.Route;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.StripeObject;

/** {@code /v1/charges} (docs.stripe.com/api/charges). Charges are made by PaymentIntents only. */
public final class ChargeRoutes {
    private static final ObjectType TYPE = ObjectType.CHARGE;
    private final Resources resources;
    private final Events events;

    /** Routes over the charges. */
    public ChargeRoutes(Resources resources, Events events) {
        this.resources = resources;
        this.events = events;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/v1/charges", this::list),
                Route.of("GET", "/v1/charges/{id}", call -> resources.retrieve(call, TYPE)),
                Route.of("POST", "/v1/charges/{id}", this::update),
                Route.of("POST", "/v1/charges/{id}/capture", this::capture));
    }

    private ObjectNode list(Call call) {
        String intent = call.parameters().text("payment_intent");
        List<StripeObject> items = intent == null
                ? resources.store().all(TYPE, call.account())
                : resources.store().related(TYPE, "payment_intent", intent);
        return new ListQuery(call.parameters()).page(TYPE.url(), items, "customer", "transfer_group");
    }

    private ObjectNode update(Call call) {
        StripeObject charge = resources.require(call, TYPE);
        Attributes.copy(call.parameters(), charge, "description", "receipt_email", "customer", "transfer_group");
        Attributes.mergeMetadata(call.parameters(), charge);
        events.record("charge.updated", charge);
        return charge.render();
    }

    /** The older way to capture; a PaymentIntent's charge is captured through the PaymentIntent. */
    private ObjectNode capture(Call call) {
        StripeObject charge = resources.require(call, TYPE);
        if (charge.flag("captured")) {
            throw StripeErrors.refused(
                    "charge_already_captured", "Charge " + charge.id() + " has already been captured.");
        }
        throw StripeErrors.refused(
                null,
                "The charge " + charge.id() + " belongs to the PaymentIntent " + charge.text("payment_intent")
                        + "; capture it through the PaymentIntent.");
    }
}
