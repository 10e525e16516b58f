package org.coachbook.payment.calls;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.coachbook.payment.payments.Call;
import org.coachbook.payment.payments.CallKind;
import org.coachbook.payment.payments.CallResult;
import org.coachbook.payment.payments.Doubt;
import org.coachbook.payment.payments.Payment;
import org.coachbook.payment.payments.Refund;
import org.coachbook.payment.payments.RefundFact;
import org.coachbook.payment.stripe.Attempt;
import org.coachbook.payment.stripe.StripeRefunds;

/** Gives captured money back. */
@Singleton
class RefundCreation implements StripeCall {
    private final StripeRefunds refunds;

    RefundCreation(StripeRefunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public CallKind kind() {
        return CallKind.REFUND;
    }

    @Override
    public CallResult send(Payment payment, Call call) {
        String refundId = Objects.requireNonNull(call.refundId());
        Refund refund = payment.facts().refund(refundId).orElseThrow();
        boolean withFee = Objects.requireNonNull(payment.terms()).platformFee() > 0;
        Attempt<RefundFact> attempt = refunds.create(
                IntentActions.idOf(payment), payment.id(), refundId, refund.amount(), withFee, call.key(payment.id()));
        return switch (attempt) {
            case Attempt.Done<RefundFact> done -> new CallResult.RefundIs(done.value());
            case Attempt.Refused<RefundFact> refused -> afterRefusal(payment, refused.code());
            case Attempt.NoAnswer<RefundFact> _ -> new CallResult.Unknown(Doubt.NO_ANSWER);
            case Attempt.ServerError<RefundFact> _ -> lookUp(payment, call);
            case Attempt.Busy<RefundFact> _ -> new CallResult.Busy();
        };
    }

    /** Perhaps an operator has given money back at Stripe itself: what there is tells. */
    private CallResult afterRefusal(Payment payment, String code) {
        return refunds.of(IntentActions.idOf(payment)) instanceof Attempt.Done<List<RefundFact>> found
                ? new CallResult.Refused(code, null, found.value())
                : new CallResult.Unknown(Doubt.SERVER_ERROR);
    }

    @Override
    public CallResult lookUp(Payment payment, Call call) {
        String refundId = Objects.requireNonNull(call.refundId());
        return refunds.find(IntentActions.idOf(payment), refundId) instanceof Attempt.Done<Optional<RefundFact>> done
                ? done.value().<CallResult>map(CallResult.RefundIs::new).orElseGet(() -> new CallResult.NotDone(null))
                : new CallResult.Unknown(Doubt.SERVER_ERROR);
    }
}
