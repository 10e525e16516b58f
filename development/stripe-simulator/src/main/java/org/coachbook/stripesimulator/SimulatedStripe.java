package org.coachbook.stripesimulator;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.coachbook.stripesimulator.accounts.AccountRoutes;
import org.coachbook.stripesimulator.accounts.Onboarding;
import org.coachbook.stripesimulator.applicationfees.ApplicationFeeRoutes;
import org.coachbook.stripesimulator.applicationfees.ApplicationFees;
import org.coachbook.stripesimulator.balance.BalanceRoutes;
import org.coachbook.stripesimulator.balance.BalanceTransactions;
import org.coachbook.stripesimulator.charges.ChargeRoutes;
import org.coachbook.stripesimulator.charges.Settlement;
import org.coachbook.stripesimulator.customers.CustomerRoutes;
import org.coachbook.stripesimulator.dashboard.Dashboard;
import org.coachbook.stripesimulator.events.EventRoutes;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.faults.Faults;
import org.coachbook.stripesimulator.http.Admission;
import org.coachbook.stripesimulator.http.AllowedParameters;
import org.coachbook.stripesimulator.http.ApiKeys;
import org.coachbook.stripesimulator.http.ApiPipeline;
import org.coachbook.stripesimulator.http.ApiRequest;
import org.coachbook.stripesimulator.http.ApiServer;
import org.coachbook.stripesimulator.http.Reply;
import org.coachbook.stripesimulator.http.Resources;
import org.coachbook.stripesimulator.http.Route;
import org.coachbook.stripesimulator.http.Routes;
import org.coachbook.stripesimulator.idempotency.IdempotencyKeys;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.Table;
import org.coachbook.stripesimulator.objects.Timers;
import org.coachbook.stripesimulator.paymentintents.PaymentIntents;
import org.coachbook.stripesimulator.paymentmethods.PaymentMethodRoutes;
import org.coachbook.stripesimulator.paymentmethods.PaymentMethods;
import org.coachbook.stripesimulator.payouts.PayoutRoutes;
import org.coachbook.stripesimulator.refunds.RefundRoutes;
import org.coachbook.stripesimulator.transfers.Reversals;
import org.coachbook.stripesimulator.transfers.TransferRoutes;
import org.coachbook.stripesimulator.transfers.Transfers;
import org.coachbook.stripesimulator.webhooks.WebhookEndpointRoutes;
import org.coachbook.stripesimulator.webhooks.Webhooks;
import org.jspecify.annotations.Nullable;

/** The simulator's parts, put together: this is its map. */
final class SimulatedStripe {
    private final StripeSimulatorOptions options;
    private final Timers timers;
    private final Store store;
    private final Resources resources;
    private final Events events;
    private final Faults faults = new Faults();
    private final Webhooks webhooks;
    private final BalanceTransactions transactions;
    private final Transfers transfers;
    private final Reversals reversals;
    private final ApplicationFees fees;
    private final Settlement settlement;
    private final PaymentMethods methods;
    private final PaymentIntents intents;
    private final Onboarding onboarding;
    private final Dashboard dashboard;

    SimulatedStripe(Vertx vertx, StripeSimulatorOptions options, Supplier<String> url) {
        this.options = options;
        AtomicLong positions = new AtomicLong();
        timers = (delay, task) -> vertx.setTimer(Math.max(1, delay.toMillis()), fired -> task.run());
        store = new Store(options.clock(), positions::incrementAndGet);
        resources = new Resources(store);
        events = new Events(store, positions::incrementAndGet, options.eventLimit());
        webhooks = new Webhooks(vertx, store, faults, timers, options.webhookRetryPause());
        events.receiver(webhooks::deliver);
        transactions = new BalanceTransactions(store);
        transfers = new Transfers(store, transactions, events);
        reversals = new Reversals(store, transactions, events);
        fees = new ApplicationFees(store, transactions, events);
        settlement = new Settlement(store, transactions, transfers, fees);
        methods = new PaymentMethods(resources);
        intents = PaymentIntents.of(resources, methods, settlement, events, timers, options.asyncDelay(), url);
        onboarding = new Onboarding(resources, events, url);
        dashboard = new Dashboard(store, events, webhooks, faults);
    }

    ApiServer server() {
        AllowedParameters allowed = new AllowedParameters(Table.lines(AllowedParameters.class, "parameters.txt"));
        ApiKeys keys = new ApiKeys(options.secretKey(), options.publishableKey());
        Admission admission = new Admission(keys, new Routes(routes()), allowed, store);
        IdempotencyKeys idempotency = new IdempotencyKeys(store, options.idempotencyLimit());
        return new ApiServer(new ApiPipeline(admission, idempotency, faults, events, timers, store), this::page);
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(intents.routes().routes());
        routes.addAll(new PaymentMethodRoutes(resources, methods, events).routes());
        routes.addAll(new ChargeRoutes(resources, events).routes());
        routes.addAll(refunds().routes());
        routes.addAll(new TransferRoutes(resources, transfers, reversals, transactions, events).routes());
        routes.addAll(new ApplicationFeeRoutes(resources, fees, transactions).routes());
        routes.addAll(new CustomerRoutes(resources, events).routes());
        routes.addAll(new AccountRoutes(resources, events).routes());
        routes.addAll(onboarding.routes());
        routes.addAll(new BalanceRoutes(resources, transactions).routes());
        routes.addAll(new PayoutRoutes(resources, transactions, events, timers, options.asyncDelay()).routes());
        routes.addAll(new WebhookEndpointRoutes(resources).routes());
        routes.addAll(new EventRoutes(events).routes());
        return routes;
    }

    private RefundRoutes refunds() {
        return new RefundRoutes(
                resources, settlement, transactions, reversals, fees, events, timers, options.asyncDelay());
    }

    private @Nullable Reply page(ApiRequest request) {
        Reply reply = dashboard.page(request);
        if (reply == null) {
            reply = onboarding.page(request);
        }
        return reply == null ? intents.challenges().page(request) : reply;
    }
}
