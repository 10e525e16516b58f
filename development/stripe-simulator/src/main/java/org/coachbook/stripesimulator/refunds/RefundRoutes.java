package org.coachbook.stripesimulator.refunds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.coachbook.stripesimulator.applicationfees.ApplicationFees;
import org.coachbook.stripesimulator.balance.BalanceTransactions;
import org.coachbook.stripesimulator.charges.Settlement;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.http.Attributes;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.ListQuery;
import org.coachbook.stripesimulator.http.Parameters;
import org.coachbook.stripesimulator.http.Resources;
import org.coachbook.stripesimulator.http.Route;
import org.coachbook.stripesimulator.objects.Money;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.coachbook.stripesimulator.objects.Timers;
import org.coachbook.stripesimulator.transfers.Reversals;

/** {@code /v1/refunds} (docs.stripe.com/api/refunds). */
public final class RefundRoutes {
    private static final ObjectType TYPE = ObjectType.REFUND;

    private final Resources resources;
    private final Settlement settlement;
    private final Events events;
    private final Refunds refunds;

    /** Routes over refunds whose late outcomes come after the delay. */
    public RefundRoutes(
            Resources resources,
            Settlement settlement,
            BalanceTransactions transactions,
            Reversals reversals,
            ApplicationFees fees,
            Events events,
            Timers timers,
            Duration outcomeDelay) {
        this.resources = resources;
        this.settlement = settlement;
        this.events = events;
        this.refunds = new Refunds(resources.store(), transactions, reversals, fees, events, timers, outcomeDelay);
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/v1/refunds", this::create),
                Route.of("GET", "/v1/refunds", this::list),
                Route.of("GET", "/v1/refunds/{id}", call -> resources.retrieve(call, TYPE)),
                Route.of("POST", "/v1/refunds/{id}", this::update));
    }

    private ObjectNode create(Call call) {
        Parameters parameters = call.parameters();
        StripeObject charge = charge(call);
        long amount = amount(parameters, charge);
        boolean reverse = parameters.flag("reverse_transfer");
        boolean refundFee = parameters.flag("refund_application_fee");
        settlement.settle(charge);
        requireShare(charge, reverse, "transfer", "reverse_transfer");
        requireShare(charge, refundFee, "application_fee", "refund_application_fee");
        StripeObject refund = refunds.draft(charge, amount);
        Attributes.copy(parameters, refund, "reason");
        Attributes.mergeMetadata(parameters, refund);
        refunds.make(refund, charge, reverse, refundFee);
        return refund.render();
    }

    private static void requireShare(StripeObject charge, boolean wanted, String field, String param) {
        if (wanted && charge.text(field) == null) {
            throw StripeErrors.refused(
                            null, "You cannot set " + param + ": the charge " + charge.id() + " has no " + field + ".")
                    .param(param);
        }
    }

    private StripeObject charge(Call call) {
        String id = call.parameters().text("charge");
        if (id != null) {
            return captured(resources.referenced(call, ObjectType.CHARGE, id, "charge"), "charge " + id);
        }
        String intentId = call.parameters().text("payment_intent");
        if (intentId == null) {
            throw StripeErrors.parameter(
                    "parameter_missing",
                    "payment_intent",
                    "One of the following params should be provided for this request: payment_intent or charge.");
        }
        StripeObject intent = resources.referenced(call, ObjectType.PAYMENT_INTENT, intentId, "payment_intent");
        String latest = intent.text("latest_charge");
        if (latest == null) {
            throw noCharge("PaymentIntent (" + intentId + ")");
        }
        return captured(resources.store().referenced(latest), "PaymentIntent (" + intentId + ")");
    }

    private static StripeObject captured(StripeObject charge, String owner) {
        if (!charge.flag("captured")) {
            throw noCharge(owner);
        }
        return charge;
    }

    private static RuntimeException noCharge(String owner) {
        return StripeErrors.refused(null, "This " + owner + " does not have a successful charge to refund.");
    }

    private static long amount(Parameters parameters, StripeObject charge) {
        long left = charge.number("amount") - charge.number("amount_refunded");
        if (left == 0) {
            throw StripeErrors.refused(
                    "charge_already_refunded", "Charge " + charge.id() + " has already been refunded.");
        }
        long amount = parameters.number("amount", left);
        if (amount < 1) {
            throw StripeErrors.parameter(
                    "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.");
        }
        if (amount > left) {
            String currency = charge.required("currency");
            throw StripeErrors.refused(
                            "amount_too_large",
                            "Refund amount (" + Money.text(amount, currency)
                                    + ") is greater than unrefunded amount on charge (" + Money.text(left, currency)
                                    + ")")
                    .param("amount");
        }
        return amount;
    }

    private ObjectNode list(Call call) {
        Parameters parameters = call.parameters();
        String charge = parameters.text("charge");
        String intent = parameters.text("payment_intent");
        List<StripeObject> items = charge != null
                ? resources.store().related(TYPE, "charge", charge)
                : intent != null
                        ? resources.store().related(TYPE, "payment_intent", intent)
                        : resources.store().all(TYPE, call.account());
        return new ListQuery(parameters).page(TYPE.url(), items, "charge", "payment_intent");
    }

    private ObjectNode update(Call call) {
        StripeObject refund = resources.require(call, TYPE);
        Attributes.mergeMetadata(call.parameters(), refund);
        events.record("refund.updated", refund);
        events.record("charge.refund.updated", refund);
        return refund.render();
    }
}
