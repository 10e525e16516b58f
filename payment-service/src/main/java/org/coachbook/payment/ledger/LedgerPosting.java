package org.coachbook.payment.ledger;

import jakarta.inject.Singleton;
import java.util.Objects;
import org.coachbook.payment.calls.StripeCall;
import org.coachbook.payment.payments.Call;
import org.coachbook.payment.payments.CallKind;
import org.coachbook.payment.payments.CallResult;
import org.coachbook.payment.payments.Payment;
import org.coachbook.payment.stripe.Attempt;
import org.coachbook.payment.stripe.ChargeRecord;
import org.coachbook.payment.stripe.StripeCharges;
import org.jboss.logging.Logger;

/** Reads what Stripe moved for a payment and adds it to the book. */
@Singleton
class LedgerPosting implements StripeCall {
    private static final Logger LOG = Logger.getLogger(LedgerPosting.class);

    private final StripeCharges charges;
    private final LedgerRepository ledger;

    LedgerPosting(StripeCharges charges, LedgerRepository ledger) {
        this.charges = charges;
        this.ledger = ledger;
    }

    @Override
    public CallKind kind() {
        return CallKind.LEDGER;
    }

    @Override
    public CallResult send(Payment payment, Call call) {
        String chargeId = Objects.requireNonNull(payment.facts().intent()).chargeId();
        if (chargeId == null) {
            LOG.errorf("Payment %s is captured but names no charge", payment.id());
            return new CallResult.Busy();
        }
        if (!(charges.read(chargeId, !payment.facts().refunds().isEmpty())
                instanceof Attempt.Done<ChargeRecord> done)) {
            return new CallResult.Busy();
        }
        ledger.add(Movements.of(payment, done.value()));
        return new CallResult.LedgerPosted();
    }

    @Override
    public CallResult lookUp(Payment payment, Call call) {
        return send(payment, call);
    }
}
