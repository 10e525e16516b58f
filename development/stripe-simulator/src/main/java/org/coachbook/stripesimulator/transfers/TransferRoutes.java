package org.coachbook.stripesimulator.transfers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.coachbook.stripesimulator.accounts.Capabilities;
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
import org.coachbook.stripesimulator.transfers.Transfers.Order;
import org.jspecify.annotations.Nullable;

/** {@code /v1/transfers} and the reversals below (docs.stripe.com/api/transfers). */
public final class TransferRoutes {
    private static final ObjectType TYPE = ObjectType.TRANSFER;
    private final Resources resources;
    private final Transfers transfers;
    private final Reversals reversals;
    private final BalanceTransactions transactions;
    private final Events events;

    /** Routes over the transfers. */
    public TransferRoutes(
            Resources resources,
            Transfers transfers,
            Reversals reversals,
            BalanceTransactions transactions,
            Events events) {
        this.resources = resources;
        this.transfers = transfers;
        this.reversals = reversals;
        this.transactions = transactions;
        this.events = events;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/v1/transfers", this::create),
                Route.of("GET", "/v1/transfers", call -> resources.list(call, TYPE, "destination", "transfer_group")),
                Route.of("GET", "/v1/transfers/{id}", call -> resources.retrieve(call, TYPE)),
                Route.of("POST", "/v1/transfers/{id}", this::update),
                Route.of("POST", "/v1/transfers/{id}/reversals", this::reverse),
                Route.of(
                        "GET",
                        "/v1/transfers/{id}/reversals",
                        call -> resources.listBelow(call, TYPE, ObjectType.TRANSFER_REVERSAL, "transfer", "reversals")),
                Route.of("GET", "/v1/transfers/{id}/reversals/{id}", this::retrieveReversal));
    }

    private ObjectNode create(Call call) {
        Parameters parameters = call.parameters();
        String destination = parameters.required("destination");
        Capabilities.requireTransfers(resources.store(), destination, "destination");
        String currency = parameters.required("currency");
        StripeObject charge = sourceCharge(call);
        long amount = parameters.number("amount", charge == null ? 0 : charge.number("amount_captured"));
        if (amount < 1) {
            throw StripeErrors.missing("amount");
        }
        if (charge == null && transactions.available(null, currency) < amount) {
            throw StripeErrors.refused(
                    "balance_insufficient",
                    "You have insufficient available funds in your Stripe account. Try adding funds directly to your"
                            + " available balance by creating Charges using the 4000000000000077 test card. See:"
                            + " https://stripe.com/docs/testing#available-balance");
        }
        Order order = new Order(destination, amount, currency, charge, 0, parameters.text("transfer_group"));
        StripeObject transfer = transfers.draft(order);
        Attributes.copy(parameters, transfer, "description");
        Attributes.mergeMetadata(parameters, transfer);
        return transfers.make(transfer, order).render();
    }

    private @Nullable StripeObject sourceCharge(Call call) {
        String id = call.parameters().text("source_transaction");
        return id == null ? null : resources.referenced(call, ObjectType.CHARGE, id, "source_transaction");
    }

    private ObjectNode update(Call call) {
        StripeObject transfer = resources.require(call, TYPE);
        Attributes.copy(call.parameters(), transfer, "description");
        Attributes.mergeMetadata(call.parameters(), transfer);
        events.record("transfer.updated", transfer);
        return transfer.render();
    }

    private ObjectNode reverse(Call call) {
        StripeObject transfer = resources.require(call, TYPE);
        long amount = call.parameters().number("amount", Reversals.left(transfer));
        if (Reversals.left(transfer) == 0) {
            throw StripeErrors.refused(null, "Transfer " + transfer.id() + " is already fully reversed.");
        }
        StripeObject reversal = reversals.reverse(transfer, amount, null, 0);
        Attributes.mergeMetadata(call.parameters(), reversal);
        return reversal.render();
    }

    private ObjectNode retrieveReversal(Call call) {
        resources.require(call, TYPE);
        return resources
                .require(call, ObjectType.TRANSFER_REVERSAL, call.ids().get(1))
                .render();
    }
}
