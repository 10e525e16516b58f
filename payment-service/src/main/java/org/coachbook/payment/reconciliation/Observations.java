package org.coachbook.payment.reconciliation;

import jakarta.inject.Singleton;
import org.coachbook.payment.payments.Facts;
import org.coachbook.payment.payments.Intent;
import org.coachbook.payment.payments.IntentState;
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

    /**
     * Reads a refund of the payment, ours or one made at Stripe itself; false when Stripe could not be asked, or when it
     * is not known yet that there is a capture to refund.
     */
    public boolean lookAtRefund(Payment payment, String stripeId) {
        if (refunds.retrieve(stripeId) instanceof Attempt.Done<RefundFact> read) {
            Facts known = payments.apply(payment, new PaymentInput.RefundSeen(read.value()))
                    .facts();
            return known.refund(read.value().refundId()).isPresent() || known.is(IntentState.CANCELLED);
        }
        return false;
    }
}
