package org.coachbook.stripesimulator.payouts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.coachbook.stripesimulator.balance.BalanceTransactions;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.http.Attributes;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.Parameters;
import org.coachbook.stripesimulator.http.Resources;
import org.coachbook.stripesimulator.http.Route;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.coachbook.stripesimulator.objects.Timers;

/** {@code /v1/payouts} (docs.stripe.com/api/payouts), mostly with {@code Stripe-Account}. */
public final class PayoutRoutes {
    private static final ObjectType TYPE = ObjectType.PAYOUT;
    private final Resources resources;
    private final Payouts payouts;
    private final Events events;

    /** Routes over payouts that are paid after the delay. */
    public PayoutRoutes(
            Resources resources, BalanceTransactions transactions, Events events, Timers timers, Duration delay) {
        this.resources = resources;
        this.payouts = new Payouts(resources.store(), transactions, events, timers, delay);
        this.events = events;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/v1/payouts", this::create),
                Route.of("GET", "/v1/payouts", call -> resources.list(call, TYPE, "status", "destination")),
                Route.of("GET", "/v1/payouts/{id}", call -> resources.retrieve(call, TYPE)),
                Route.of("POST", "/v1/payouts/{id}", this::update),
                Route.of("POST", "/v1/payouts/{id}/cancel", this::cancel));
    }

    private ObjectNode create(Call call) {
        Parameters parameters = call.parameters();
        long amount = parameters.requiredNumber("amount");
        if (amount < 1) {
            throw StripeErrors.parameter(
                    "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.");
        }
        StripeObject payout = payouts.draft(call.account(), amount, parameters.required("currency"));
        Attributes.copy(parameters, payout, "description", "statement_descriptor");
        Attributes.mergeMetadata(parameters, payout);
        payouts.send(payout);
        return payout.render();
    }

    private ObjectNode update(Call call) {
        StripeObject payout = resources.require(call, TYPE);
        Attributes.mergeMetadata(call.parameters(), payout);
        events.record("payout.updated", payout);
        return payout.render();
    }

    private ObjectNode cancel(Call call) {
        StripeObject payout = resources.require(call, TYPE);
        payouts.cancel(payout);
        return payout.render();
    }
}
