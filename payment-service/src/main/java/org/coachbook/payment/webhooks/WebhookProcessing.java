package org.coachbook.payment.webhooks;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.coachbook.payment.accounts.CoachAccounts;
import org.coachbook.payment.payments.Call;
import org.coachbook.payment.payments.CallKind;
import org.coachbook.payment.payments.Dispute;
import org.coachbook.payment.payments.Intent;
import org.coachbook.payment.payments.IntentState;
import org.coachbook.payment.payments.Payment;
import org.coachbook.payment.payments.PaymentInput;
import org.coachbook.payment.payments.Payments;
import org.coachbook.payment.reconciliation.Observations;
import org.coachbook.payment.stripe.AccountState;
import org.coachbook.payment.stripe.Attempt;
import org.jspecify.annotations.Nullable;

/** Looks at the object that an event is about, unless what the event can tell is known already. */
@Singleton
class WebhookProcessing {
    private final Payments payments;
    private final Observations observations;
    private final CoachAccounts accounts;

    WebhookProcessing(Payments payments, Observations observations, CoachAccounts accounts) {
        this.payments = payments;
        this.observations = observations;
        this.accounts = accounts;
    }

    /** Processes it; false when it has to be taken up again. */
    boolean process(WebhookEvent event) {
        String type = event.type();
        if (type.startsWith("payment_intent.")) {
            return payment(event).map(p -> ofIntent(p, event)).orElse(true);
        }
        Dispute dispute = event.dispute();
        if (dispute != null) {
            return payment(event).map(p -> ofDispute(p, dispute)).orElse(true);
        }
        return type.equals("account.updated")
                ? ofAccount(event.objectId())
                : payment(event).map(p -> ofRefund(p, event)).orElse(true);
    }

    private boolean ofAccount(String accountId) {
        return switch (accounts.refresh(accountId)) {
            case Attempt.Done<AccountState> _, Attempt.Refused<AccountState> _ -> true;
            case Attempt.NoAnswer<AccountState> _, Attempt.ServerError<AccountState> _, Attempt.Busy<AccountState> _ ->
                false;
        };
    }

    private Optional<Payment> payment(WebhookEvent event) {
        if (event.paymentId() != null) {
            return payments.find(event.paymentId());
        }
        return event.intentId() == null ? Optional.empty() : payments.byIntent(event.intentId());
    }

    private boolean ofIntent(Payment payment, WebhookEvent event) {
        if (known(payment.facts().intent(), event)) {
            return true;
        }
        return !callUnderWay(payment) && observations.lookAtIntent(payment);
    }

    /** Final states have no successor, and an authorisation is announced once. A foreign intent tells us nothing. */
    private static boolean known(@Nullable Intent intent, WebhookEvent event) {
        if (intent == null) {
            return false;
        }
        boolean authorized = intent.state() == IntentState.AUTHORIZED
                && event.type().equals("payment_intent.amount_capturable_updated");
        return authorized || intent.state().ended() || !intent.id().equals(event.objectId());
    }

    private boolean ofRefund(Payment payment, WebhookEvent event) {
        boolean known = event.type().equals("refund.created")
                && payment.facts().refunds().stream()
                        .anyMatch(r -> event.objectId().equals(r.stripeId()));
        return known || (!callUnderWay(payment) && observations.lookAtRefund(payment, event.objectId()));
    }

    /** The answer to our own call will tell; the event is looked at again in case it never comes. */
    private static boolean callUnderWay(Payment payment) {
        Call call = payment.work().call();
        return call != null && call.kind() != CallKind.LEDGER;
    }

    private boolean ofDispute(Payment payment, Dispute dispute) {
        payments.apply(payment, new PaymentInput.DisputeSeen(dispute));
        return true;
    }
}
