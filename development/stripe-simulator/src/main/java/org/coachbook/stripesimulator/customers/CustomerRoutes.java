package org.coachbook.stripesimulator.customers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.http.Attributes;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.Parameters;
import org.coachbook.stripesimulator.http.Resources;
import org.coachbook.stripesimulator.http.Route;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.StripeObject;

/** {@code /v1/customers} (docs.stripe.com/api/customers). */
public final class CustomerRoutes {
    private static final ObjectType TYPE = ObjectType.CUSTOMER;
    private static final String[] ATTRIBUTES = {"address", "description", "email", "name", "phone", "shipping"};

    private final Resources resources;
    private final Events events;

    /** Routes over the customers. */
    public CustomerRoutes(Resources resources, Events events) {
        this.resources = resources;
        this.events = events;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/v1/customers", this::create),
                Route.of("GET", "/v1/customers", call -> resources.list(call, TYPE, "email")),
                Route.of("GET", "/v1/customers/{id}", call -> resources.retrieve(call, TYPE)),
                Route.of("POST", "/v1/customers/{id}", this::update),
                Route.of("DELETE", "/v1/customers/{id}", this::delete));
    }

    private ObjectNode create(Call call) {
        StripeObject customer = resources.store().draft(TYPE, call.account());
        apply(call.parameters(), customer);
        events.record("customer.created", resources.store().add(customer));
        return customer.render();
    }

    private ObjectNode update(Call call) {
        StripeObject customer = resources.require(call, TYPE);
        apply(call.parameters(), customer);
        events.recordUpdate("customer.updated", customer, Json.object());
        return customer.render();
    }

    private static void apply(Parameters parameters, StripeObject customer) {
        Attributes.copy(parameters, customer, ATTRIBUTES);
        List<String> locales = parameters.texts("preferred_locales");
        if (locales != null) {
            customer.set("preferred_locales", Json.texts(locales));
        }
        Attributes.mergeMetadata(parameters, customer);
    }

    private ObjectNode delete(Call call) {
        ObjectNode deleted = resources.delete(call, TYPE);
        StripeObject customer = resources.store().referenced(call.id());
        events.record("customer.deleted", customer);
        return deleted;
    }
}
