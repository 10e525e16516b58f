package org.coachbook.stripesimulator.refunds;

import java.time.Duration;
import org.coachbook.stripesimulator.applicationfees.ApplicationFees;
import org.coachbook.stripesimulator.balance.BalanceTransactions;
import org.coachbook.stripesimulator.balance.BalanceTransactions.Movement;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.coachbook.stripesimulator.objects.Timers;
import org.coachbook.stripesimulator.transfers.Reversals;

/** Refunds of captured charges, with what comes back from the transfer and the application fee. */
final class Refunds {
    private final Store store;
    private final BalanceTransactions transactions;
    private final Reversals reversals;
    private final ApplicationFees fees;
    private final Events events;
    private final Timers timers;
    private final Duration outcomeDelay;

    Refunds(
            Store store,
            BalanceTransactions transactions,
            Reversals reversals,
            ApplicationFees fees,
            Events events,
            Timers timers,
            Duration outcomeDelay) {
        this.store = store;
        this.transactions = transactions;
        this.reversals = reversals;
        this.fees = fees;
        this.events = events;
        this.timers = timers;
        this.outcomeDelay = outcomeDelay;
    }

    StripeObject draft(StripeObject charge, long amount) {
        return store.draft(ObjectType.REFUND, charge.account())
                .set("amount", amount)
                .set("charge", charge.id())
                .set("currency", charge.required("currency"))
                .set("payment_intent", charge.text("payment_intent"))
                .set("status", charge.is("refund_outcome", "pending") ? "pending" : "succeeded");
    }

    /** Makes a drafted refund. */
    void make(StripeObject refund, StripeObject charge, boolean reverseTransfer, boolean refundFee) {
        long amount = refund.number("amount");
        String moved = transactions.record(charge.account(), movement("refund", "refund", refund, -amount));
        refund.set("balance_transaction", moved);
        long fee = refundFee ? refundFee(charge, amount) : 0;
        if (reverseTransfer) {
            reverse(refund, charge, fee);
        }
        charge.add("amount_refunded", amount);
        charge.set("refunded", charge.number("amount_refunded") == charge.number("amount"));
        store.add(refund);
        events.record("refund.created", refund);
        events.record("charge.refunded", charge);
        if (!charge.is("refund_outcome", "succeed")) {
            timers.after(outcomeDelay, () -> conclude(refund, charge));
        }
    }

    private long refundFee(StripeObject charge, long amount) {
        StripeObject fee = store.referenced(charge.required("application_fee"));
        long left = fee.number("amount") - fee.number("amount_refunded");
        long share = RefundShares.of(charge, amount, fee.number("amount"), left);
        if (share > 0) {
            fees.refund(fee, share);
        }
        return share;
    }

    private void reverse(StripeObject refund, StripeObject charge, long fee) {
        StripeObject transfer = store.referenced(charge.required("transfer"));
        long share =
                RefundShares.of(charge, refund.number("amount"), transfer.number("amount"), Reversals.left(transfer));
        if (share > 0) {
            refund.set(
                    "transfer_reversal",
                    reversals.reverse(transfer, share, refund, fee).id());
        }
    }

    /** Some banks take their time, and some refuse. */
    private void conclude(StripeObject refund, StripeObject charge) {
        if (charge.is("refund_outcome", "fail")) {
            long amount = refund.number("amount");
            String back =
                    transactions.record(charge.account(), movement("refund_failure", "refund_failure", refund, amount));
            refund.set("failure_balance_transaction", back)
                    .set("failure_reason", "expired_or_canceled_card")
                    .set("status", "failed");
            charge.add("amount_refunded", -amount).set("refunded", false);
            events.record("refund.failed", refund);
        } else {
            refund.set("status", "succeeded");
        }
        events.record("refund.updated", refund);
        events.record("charge.refund.updated", refund);
    }

    private static Movement movement(String type, String category, StripeObject refund, long amount) {
        return Movement.plain(type, category, refund.id(), refund.required("currency"), amount);
    }
}
