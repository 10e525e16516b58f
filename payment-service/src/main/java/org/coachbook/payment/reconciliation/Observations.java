package org.coachbook.payment.reconciliation;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.coachbook.payment.payments.Intent;
import org.coachbook.payment.payments.Payment;
import org.coachbook.payment.payments.PaymentInput;
import org.coachbook.payment.payments.Payments;
import org.coachbook.payment.payments.RefundFact;
import org.coachbook.payment.stripe.Attempt;
import org.coachbook.payment.stripe.StripeIntents;
import org.coachbook.payment.stripe.StripeRefunds;

/**
 * Reads what Stripe holds now and lets the payment draw its conclusions. What a webhook says is never believed, only
 * what is read after it: so events may come twice, late, in any order, or not at all.
 */
@Singleton
public class Observations {
    private final Payments payments;
    private final StripeIntents intents;
    private final StripeRefunds refunds;

    Observations(Payments payments, StripeIntents intents, StripeRefunds refunds) {
        this.payments = payments;
        this.intents = intents;
        this.refunds = refunds;
    }

    /** Reads the payment's intent; false when Stripe could not be asked. */
    public boolean lookAtIntent(Payment payment) {
        Intent known = payment.facts().intent();
        if (known == null) {
            return true;
        }
        if (intents.retrieve(known.id()) instanceof Attempt.Done<Intent> read) {
            payments.apply(payment, new PaymentInput.IntentSeen(read.value()));
            return true;
        }
        return false;
    }

    /** Reads a refund of the payment; false when Stripe could not be asked. */
    public boolean lookAtRefund(Payment payment, String stripeId) {
        if (refunds.retrieve(stripeId) instanceof Attempt.Done<Optional<RefundFact>> read) {
            read.value().ifPresent(fact -> payments.apply(payment, new PaymentInput.RefundSeen(fact)));
            return true;
        }
        return false;
    }
}
