package org.coachbook.stripesimulator.transfers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.coachbook.stripesimulator.balance.BalanceTransactions;
import org.coachbook.stripesimulator.balance.BalanceTransactions.Movement;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.objects.Listing;
import org.coachbook.stripesimulator.objects.Money;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.jspecify.annotations.Nullable;

/** Money taken back from connected accounts; their balance may become negative. */
public final class Reversals {
    private final Store store;
    private final BalanceTransactions transactions;
    private final Events events;

    /** Reversals in the store. */
    public Reversals(Store store, BalanceTransactions transactions, Events events) {
        this.store = store;
        this.transactions = transactions;
        this.events = events;
    }

    /** What of a transfer has not been reversed, in minor units. */
    public static long left(StripeObject transfer) {
        return transfer.number("amount") - transfer.number("amount_reversed");
    }

    /**
     * Reverses part of a transfer.
     *
     * @param refund the refund that asked for it, null when none did
     * @param fee the share of the application fee that the account gets back with it
     */
    public StripeObject reverse(StripeObject transfer, long amount, @Nullable StripeObject refund, long fee) {
        refuseTooMuch(transfer, amount);
        String currency = transfer.required("currency");
        StripeObject reversal = store.draft(ObjectType.TRANSFER_REVERSAL, null)
                .set("amount", amount)
                .set("currency", currency)
                .set("source_refund", refund == null ? null : refund.id())
                .set("transfer", transfer.id());
        String moved = transactions.record(
                null, Movement.plain("transfer_refund", "transfer_reversal", reversal.id(), currency, amount));
        StripeObject paymentRefund = paymentRefund(transfer, amount, fee, reversal);
        reversal.set("balance_transaction", moved).set("destination_payment_refund", paymentRefund.id());
        store.add(reversal);
        transfer.add("amount_reversed", amount).set("reversals", reversals(transfer));
        transfer.set("reversed", left(transfer) == 0);
        events.record("transfer.reversed", transfer);
        return reversal;
    }

    private ObjectNode reversals(StripeObject transfer) {
        return Listing.whole(
                "/v1/transfers/" + transfer.id() + "/reversals",
                store.related(ObjectType.TRANSFER_REVERSAL, "transfer", transfer.id()));
    }

    /** On the connected account the reversal is a refund of the payment the transfer arrived as. */
    private StripeObject paymentRefund(StripeObject transfer, long amount, long fee, StripeObject reversal) {
        StripeObject payment = store.referenced(transfer.required("destination_payment"));
        StripeObject refund = store.draft(ObjectType.REFUND, payment.account(), "pyr_")
                .set("amount", amount)
                .set("charge", payment.id())
                .set("currency", transfer.required("currency"))
                .set("source_transfer_reversal", reversal.id());
        String left = transactions.record(
                payment.account(),
                new Movement(
                        "payment_refund",
                        "refund",
                        refund.id(),
                        transfer.required("currency"),
                        -amount,
                        -fee,
                        "application_fee"));
        payment.add("amount_refunded", amount);
        payment.set("refunded", payment.number("amount_refunded") == payment.number("amount"));
        return store.add(refund.set("balance_transaction", left));
    }

    private static void refuseTooMuch(StripeObject transfer, long amount) {
        if (amount > left(transfer)) {
            String currency = transfer.required("currency");
            throw StripeErrors.refused(
                            "amount_too_large",
                            "Reversal amount (" + Money.text(amount, currency)
                                    + ") is greater than unreversed amount on transfer ("
                                    + Money.text(left(transfer), currency) + ")")
                    .param("amount");
        }
    }
}
