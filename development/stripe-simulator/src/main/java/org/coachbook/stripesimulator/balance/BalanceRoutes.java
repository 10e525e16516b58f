package org.coachbook.stripesimulator.balance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.Resources;
import org.coachbook.stripesimulator.http.Route;
import org.coachbook.stripesimulator.objects.ObjectType;

/** {@code /v1/balance} and {@code /v1/balance_transactions} (docs.stripe.com/api/balance). */
public final class BalanceRoutes {
    private static final ObjectType TYPE = ObjectType.BALANCE_TRANSACTION;
    private final Resources resources;
    private final BalanceTransactions transactions;

    /** Routes over the movements. */
    public BalanceRoutes(Resources resources, BalanceTransactions transactions) {
        this.resources = resources;
        this.transactions = transactions;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/v1/balance", this::balance),
                Route.of(
                        "GET",
                        "/v1/balance_transactions",
                        call -> resources.list(call, TYPE, "type", "source", "currency")),
                Route.of("GET", "/v1/balance_transactions/{id}", call -> resources.retrieve(call, TYPE)));
    }

    private ObjectNode balance(Call call) {
        String currency = call.account() == null
                ? "chf"
                : resources.store().referenced(call.account()).required("default_currency");
        return transactions.balance(call.account(), currency);
    }
}
