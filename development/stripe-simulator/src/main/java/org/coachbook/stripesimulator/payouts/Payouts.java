package org.coachbook.stripesimulator.payouts;

import java.time.Duration;
import org.coachbook.stripesimulator.balance.BalanceTransactions;
import org.coachbook.stripesimulator.balance.BalanceTransactions.Movement;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.coachbook.stripesimulator.objects.Timers;
import org.jspecify.annotations.Nullable;

/** Payouts: they leave the balance at once and are paid a moment later. */
final class Payouts {
    private final Store store;
    private final BalanceTransactions transactions;
    private final Events events;
    private final Timers timers;
    private final Duration delay;

    Payouts(Store store, BalanceTransactions transactions, Events events, Timers timers, Duration delay) {
        this.store = store;
        this.transactions = transactions;
        this.events = events;
        this.timers = timers;
        this.delay = delay;
    }

    StripeObject draft(@Nullable String account, long amount, String currency) {
        if (transactions.available(account, currency) < amount) {
            throw StripeErrors.refused(
                    "balance_insufficient",
                    "You have insufficient funds in your Stripe account for this transfer. Your available balance is"
                            + " too low.");
        }
        return store.draft(ObjectType.PAYOUT, account)
                .set("amount", amount)
                .set("arrival_date", store.now() + Duration.ofDays(2).toSeconds())
                .set("currency", currency)
                .set("destination", bankAccount(account));
    }

    private String bankAccount(@Nullable String account) {
        if (account == null) {
            return "ba_coachbookplatform";
        }
        StripeObject owner = store.referenced(account);
        if (!owner.flag("payouts_enabled")) {
            throw StripeErrors.refused("payouts_not_allowed", "Payouts are not enabled on this account.");
        }
        return owner.get("external_accounts").path("data").path(0).path("id").asText();
    }

    void send(StripeObject payout) {
        move(payout, "payout", "payout", -payout.number("amount"), "balance_transaction");
        store.add(payout);
        events.record("payout.created", payout);
        timers.after(delay, () -> arrive(payout));
    }

    private void arrive(StripeObject payout) {
        if (payout.is("status", "pending")) {
            payout.set("status", "paid");
            events.record("payout.paid", payout);
        }
    }

    void cancel(StripeObject payout) {
        if (!payout.is("status", "pending")) {
            throw StripeErrors.refused(
                    null, "Payouts can only be canceled while pending; this one is " + payout.text("status") + ".");
        }
        payout.set("status", "canceled");
        move(payout, "payout_cancel", "payout_reversal", payout.number("amount"), "failure_balance_transaction");
        events.record("payout.canceled", payout);
    }

    private void move(StripeObject payout, String type, String category, long amount, String field) {
        Movement movement = Movement.plain(type, category, payout.id(), payout.required("currency"), amount);
        payout.set(field, transactions.record(payout.account(), movement));
    }
}
