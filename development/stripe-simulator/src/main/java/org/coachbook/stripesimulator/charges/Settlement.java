package org.coachbook.stripesimulator.charges;

import org.coachbook.stripesimulator.applicationfees.ApplicationFees;
import org.coachbook.stripesimulator.balance.BalanceTransactions;
import org.coachbook.stripesimulator.balance.BalanceTransactions.Movement;
import org.coachbook.stripesimulator.balance.ProcessingFee;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.coachbook.stripesimulator.transfers.Transfers;
import org.coachbook.stripesimulator.transfers.Transfers.Order;

/**
 * Moves the money of a captured charge: to the platform less Stripe's fee, all of it on to the destination, and the
 * application fee back (docs.stripe.com/connect/destination-charges).
 */
public final class Settlement {
    private final Store store;
    private final BalanceTransactions transactions;
    private final Transfers transfers;
    private final ApplicationFees fees;

    /** Settlement through these. */
    public Settlement(Store store, BalanceTransactions transactions, Transfers transfers, ApplicationFees fees) {
        this.store = store;
        this.transactions = transactions;
        this.transfers = transfers;
        this.fees = fees;
    }

    /** Captures a charge; its money moves with {@link #settle}. What is not captured is released. */
    public void capture(StripeObject charge, long amount) {
        long rest = charge.number("amount") - amount;
        charge.set("captured", true).set("amount_captured", amount).set("amount_refunded", rest);
        if (rest > 0) {
            release(charge, rest);
        }
    }

    /** Lets go of an authorisation: Stripe shows it as a refund that moves no money. */
    public void releaseAll(StripeObject charge) {
        charge.set("amount_refunded", charge.number("amount")).set("refunded", true);
        release(charge, charge.number("amount"));
    }

    private void release(StripeObject charge, long amount) {
        store.add(store.draft(ObjectType.REFUND, charge.account())
                .set("amount", amount)
                .set("charge", charge.id())
                .set("currency", charge.required("currency"))
                .set("payment_intent", charge.text("payment_intent")));
    }

    /** Moves the money of a captured charge, once. */
    public void settle(StripeObject charge) {
        if (charge.text("balance_transaction") != null) {
            return;
        }
        long amount = charge.number("amount_captured");
        String currency = charge.required("currency");
        Movement movement = new Movement(
                "charge", "charge", charge.id(), currency, amount, ProcessingFee.of(amount, currency), "stripe_fee");
        charge.set("balance_transaction", transactions.record(charge.account(), movement));
        String destination = charge.text("destination");
        if (destination != null) {
            transfer(charge, destination, amount);
        }
    }

    private void transfer(StripeObject charge, String destination, long captured) {
        long fee = charge.number("application_fee_amount");
        long amount = charge.get("transfer_data").path("amount").asLong(captured);
        Order order = new Order(destination, amount, charge.required("currency"), charge, fee, group(charge));
        StripeObject transfer = transfers.make(transfers.draft(order), order);
        charge.set("transfer", transfer.id()).set("transfer_group", order.transferGroup());
        if (fee > 0) {
            StripeObject payment = store.referenced(transfer.required("destination_payment"));
            StripeObject taken = fees.take(charge, payment, destination, fee);
            charge.set("application_fee", taken.id());
            payment.set("application_fee", taken.id());
        }
    }

    private static String group(StripeObject charge) {
        String given = charge.text("transfer_group");
        return given == null ? "group_" + charge.text("payment_intent") : given;
    }
}
