package org.coachbook.stripesimulator.transfers;

import java.util.List;
import org.coachbook.stripesimulator.balance.BalanceTransactions;
import org.coachbook.stripesimulator.balance.BalanceTransactions.Movement;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.objects.Listing;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.jspecify.annotations.Nullable;

/** Money moved to connected accounts. Each transfer arrives there as a payment ({@code py_}), less the application fee. */
public final class Transfers {
    private final Store store;
    private final BalanceTransactions transactions;
    private final Events events;

    /** Transfers in the store. */
    public Transfers(Store store, BalanceTransactions transactions, Events events) {
        this.store = store;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * What to transfer.
     *
     * @param charge the platform's charge it comes from; null: the platform's balance
     * @param fee the application fee kept from it, in minor units
     */
    public record Order(
            String destination,
            long amount,
            String currency,
            @Nullable StripeObject charge,
            long fee,
            @Nullable String transferGroup) {}

    /** Drafts a transfer, for further attributes before it is made. */
    public StripeObject draft(Order order) {
        return store.draft(ObjectType.TRANSFER, null)
                .set("amount", order.amount())
                .set("currency", order.currency())
                .set("destination", order.destination())
                .set(
                        "source_transaction",
                        order.charge() == null ? null : order.charge().id())
                .set("transfer_group", order.transferGroup());
    }

    /** Makes a drafted transfer. */
    public StripeObject make(StripeObject transfer, Order order) {
        StripeObject payment = payment(transfer, order);
        String moved = transactions.record(
                null, Movement.plain("transfer", "transfer", transfer.id(), order.currency(), -order.amount()));
        transfer.set("balance_transaction", moved)
                .set("destination_payment", payment.id())
                .set("reversals", Listing.whole("/v1/transfers/" + transfer.id() + "/reversals", List.of()));
        store.add(transfer);
        events.record("transfer.created", transfer);
        events.record("payment.created", payment);
        return transfer;
    }

    private StripeObject payment(StripeObject transfer, Order order) {
        StripeObject payment = store.draft(ObjectType.CHARGE, order.destination(), "py_")
                .set("amount", order.amount())
                .set("amount_captured", order.amount())
                .set("captured", true)
                .set("currency", order.currency())
                .set("paid", true)
                .set("source_transfer", transfer.id())
                .set("status", "succeeded");
        if (order.fee() > 0) {
            payment.set("application_fee_amount", order.fee());
        }
        String arrived = transactions.record(
                order.destination(),
                new Movement(
                        "payment",
                        "charge",
                        payment.id(),
                        order.currency(),
                        order.amount(),
                        order.fee(),
                        "application_fee"));
        return store.add(payment.set("balance_transaction", arrived));
    }
}
