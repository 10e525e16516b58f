package org.coachbook.stripesimulator.paymentmethods;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.ListQuery;
import org.coachbook.stripesimulator.http.Resources;
import org.coachbook.stripesimulator.http.Route;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.StripeObject;

/** {@code /v1/payment_methods} (docs.stripe.com/api/payment_methods). */
public final class PaymentMethodRoutes {
    private static final ObjectType TYPE = ObjectType.PAYMENT_METHOD;
    private final Resources resources;
    private final PaymentMethods methods;
    private final Events events;

    /** Routes over the payment methods. */
    public PaymentMethodRoutes(Resources resources, PaymentMethods methods, Events events) {
        this.resources = resources;
        this.methods = methods;
        this.events = events;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.open("POST", "/v1/payment_methods", this::create),
                Route.of("GET", "/v1/payment_methods", this::list),
                Route.of("GET", "/v1/payment_methods/{id}", call -> resources.retrieve(call, TYPE)),
                Route.of("POST", "/v1/payment_methods/{id}/attach", this::attach),
                Route.of("POST", "/v1/payment_methods/{id}/detach", this::detach),
                Route.of("GET", "/v1/customers/{id}/payment_methods", this::listOfCustomer));
    }

    private ObjectNode create(Call call) {
        return methods.create(call, call.parameters()).render();
    }

    private ObjectNode list(Call call) {
        String customer = call.parameters().text("customer", "");
        return ofCustomer(call, customer, TYPE.url());
    }

    private ObjectNode listOfCustomer(Call call) {
        String customer = resources.require(call, ObjectType.CUSTOMER).id();
        return ofCustomer(call, customer, "/v1/customers/" + customer + "/payment_methods");
    }

    private ObjectNode ofCustomer(Call call, String customer, String url) {
        List<StripeObject> attached = resources.store().all(TYPE, call.account()).stream()
                .filter(method -> method.is("customer", customer))
                .toList();
        return new ListQuery(call.parameters()).page(url, attached, "type");
    }

    private ObjectNode attach(Call call) {
        String customer = call.parameters().required("customer");
        resources.referenced(call, ObjectType.CUSTOMER, customer, "customer");
        StripeObject method =
                call.id().startsWith("pm_card_") ? methods.named(call, call.id()) : resources.require(call, TYPE);
        method.set("customer", customer);
        events.record("payment_method.attached", method);
        return method.render();
    }

    private ObjectNode detach(Call call) {
        StripeObject method = resources.require(call, TYPE).set("customer", (String) null);
        events.record("payment_method.detached", method);
        return method.render();
    }
}
