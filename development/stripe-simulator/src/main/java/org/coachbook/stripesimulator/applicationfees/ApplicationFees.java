package org.coachbook.stripesimulator.applicationfees;

import java.util.List;
import org.coachbook.stripesimulator.balance.BalanceTransactions;
import org.coachbook.stripesimulator.balance.BalanceTransactions.Movement;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.objects.Listing;
import org.coachbook.stripesimulator.objects.Money;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;

/** The platform's fees on its connected accounts' charges, and their refunds. */
public final class ApplicationFees {
    private static final String APPLICATION = "ca_coachbookplatform";

    private final Store store;
    private final BalanceTransactions transactions;
    private final Events events;

    /** Fees in the store. */
    public ApplicationFees(Store store, BalanceTransactions transactions, Events events) {
        this.store = store;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * Takes the fee of a charge.
     *
     * @param charge the platform's charge
     * @param payment the connected account's charge that the fee is taken from
     */
    public StripeObject take(StripeObject charge, StripeObject payment, String account, long amount) {
        StripeObject fee = store.draft(ObjectType.APPLICATION_FEE, null)
                .set("account", account)
                .set("amount", amount)
                .set("application", APPLICATION)
                .set("charge", payment.id())
                .set("currency", charge.required("currency"))
                .set("originating_transaction", charge.id());
        String transaction = transactions.record(
                null,
                Movement.plain("application_fee", "platform_earning", fee.id(), charge.required("currency"), amount));
        fee.set("balance_transaction", transaction).set("refunds", Listing.whole(url(fee), List.of()));
        store.add(fee);
        events.record("application_fee.created", fee);
        return fee;
    }

    /** Gives part of a fee back to the connected account. */
    public StripeObject refund(StripeObject fee, long amount) {
        long left = fee.number("amount") - fee.number("amount_refunded");
        String currency = fee.required("currency");
        refuseTooMuch(amount, left, currency);
        StripeObject refund = store.draft(ObjectType.FEE_REFUND, null)
                .set("amount", amount)
                .set("currency", currency)
                .set("fee", fee.id());
        refund.set(
                "balance_transaction",
                transactions.record(
                        null,
                        Movement.plain(
                                "application_fee_refund", "platform_earning_refund", refund.id(), currency, -amount)));
        store.add(refund);
        fee.add("amount_refunded", amount)
                .set("refunded", amount == left)
                .set("refunds", Listing.whole(url(fee), store.related(ObjectType.FEE_REFUND, "fee", fee.id())));
        events.record("application_fee.refunded", fee);
        return refund;
    }

    private static void refuseTooMuch(long amount, long left, String currency) {
        if (amount > left) {
            throw StripeErrors.refused(
                            "amount_too_large",
                            "Refund amount (" + Money.text(amount, currency)
                                    + ") is greater than unrefunded amount on application fee ("
                                    + Money.text(left, currency) + ")")
                    .param("amount");
        }
    }

    private static String url(StripeObject fee) {
        return "/v1/application_fees/" + fee.id() + "/refunds";
    }
}
