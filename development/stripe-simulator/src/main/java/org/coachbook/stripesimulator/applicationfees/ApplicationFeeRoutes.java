package org.coachbook.stripesimulator.applicationfees;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.coachbook.stripesimulator.balance.BalanceTransactions;
import org.coachbook.stripesimulator.balance.BalanceTransactions.Movement;
import org.coachbook.stripesimulator.http.Attributes;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.ListQuery;
import org.coachbook.stripesimulator.http.Resources;
import org.coachbook.stripesimulator.http.Route;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.StripeObject;

/** {@code /v1/application_fees} and the refunds below (docs.stripe.com/api/application_fees). */
public final class ApplicationFeeRoutes {
    private static final ObjectType TYPE = ObjectType.APPLICATION_FEE;
    private final Resources resources;
    private final ApplicationFees fees;
    private final BalanceTransactions transactions;

    /** Routes over the fees. */
    public ApplicationFeeRoutes(Resources resources, ApplicationFees fees, BalanceTransactions transactions) {
        this.resources = resources;
        this.fees = fees;
        this.transactions = transactions;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/v1/application_fees", this::list),
                Route.of("GET", "/v1/application_fees/{id}", call -> resources.retrieve(call, TYPE)),
                Route.of("POST", "/v1/application_fees/{id}/refunds", this::refund),
                Route.of(
                        "GET",
                        "/v1/application_fees/{id}/refunds",
                        call -> resources.listBelow(call, TYPE, ObjectType.FEE_REFUND, "fee", "refunds")),
                Route.of("GET", "/v1/application_fees/{id}/refunds/{id}", this::retrieveRefund));
    }

    /** {@code charge} may be the platform's or the connected account's. */
    private ObjectNode list(Call call) {
        String charge = call.parameters().text("charge");
        List<StripeObject> items = resources.store().all(TYPE, call.account());
        return new ListQuery(call.parameters())
                .page(
                        TYPE.url(),
                        charge == null
                                ? items
                                : items.stream()
                                        .filter(fee ->
                                                fee.is("charge", charge) || fee.is("originating_transaction", charge))
                                        .toList());
    }

    /** A refund of its own, apart from any charge's: the connected account gets it as a payment of the platform's. */
    private ObjectNode refund(Call call) {
        StripeObject fee = resources.require(call, TYPE);
        long left = fee.number("amount") - fee.number("amount_refunded");
        long amount = call.parameters().number("amount", left);
        StripeObject refund = fees.refund(fee, amount);
        Attributes.mergeMetadata(call.parameters(), refund);
        transactions.record(
                fee.required("account"),
                Movement.plain(
                        "application_fee_refund", "fee", fee.required("charge"), fee.required("currency"), amount));
        return refund.render();
    }

    private ObjectNode retrieveRefund(Call call) {
        resources.require(call, TYPE);
        return resources.require(call, ObjectType.FEE_REFUND, call.ids().get(1)).render();
    }
}
