package org.coachbook.payment.payments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in how a call to Stripe ended. Facts are facts, even when the call is no longer the one under way. */
final class CallIntake {
    private CallIntake() {}

    static Payment of(Payment payment, PaymentInput.CallEnded ended, Instant now) {
        Payment informed = informed(payment, ended.result());
        Call call = payment.work().call();
        return call != null && ended.call().sameAs(call) ? concluded(informed, call, ended.result(), now) : informed;
    }

    private static Payment informed(Payment payment, CallResult result) {
        return switch (result) {
            case CallResult.IntentIs is -> seen(payment, is.intent());
            case CallResult.Refused refused -> seen(seen(payment, refused.intent()), refused.refunds());
            case CallResult.NotDone notDone -> seen(payment, notDone.intent());
            case CallResult.RefundIs is -> Intake.seen(payment, is.refund());
            case CallResult.LedgerPosted _, CallResult.Unknown _, CallResult.Busy _ -> payment;
        };
    }

    private static Payment seen(Payment payment, @Nullable Intent intent) {
        return intent == null ? payment : payment.with(payment.facts().seen(intent));
    }

    private static Payment seen(Payment payment, List<RefundFact> refunds) {
        Payment informed = payment;
        for (RefundFact refund : refunds) {
            informed = Intake.seen(informed, refund);
        }
        return informed;
    }

    private static Payment concluded(Payment payment, Call call, CallResult result, Instant now) {
        return switch (result) {
            case CallResult.IntentIs _, CallResult.RefundIs _ -> ended(payment);
            case CallResult.LedgerPosted _ -> payment.with(payment.work().ledgerPosted());
            case CallResult.Refused refused -> refused(payment, call, refused.code(), now);
            case CallResult.NotDone _ ->
                retried(payment, call.again(payment.work().calls() + 1, now));
            case CallResult.Unknown unknown -> payment.with(payment.work().call(call.inDoubt(unknown.doubt(), now)));
            case CallResult.Busy _ -> retried(payment, call.later(now));
        };
    }

    private static Payment ended(Payment payment) {
        return payment.with(payment.work().call(null));
    }

    /** What certainly had no effect is not repeated once it is no longer wanted. */
    private static Payment retried(Payment payment, Call next) {
        return next.mayHaveHappened() || NextCall.wants(payment, next)
                ? payment.with(payment.work().call(next))
                : ended(payment);
    }

    private static Payment refused(Payment payment, Call call, String code, Instant now) {
        return switch (call.kind()) {
            case CREATE -> ended(payment.with(payment.facts().impossible(code)));
            case CAPTURE -> ended(captureRefused(payment, code));
            case REFUND -> ended(refundRefused(payment, String.valueOf(call.refundId()), code));
            case CANCEL -> retried(payment, call.again(payment.work().calls() + 1, now));
            case LEDGER -> payment.with(payment.work().call(call.later(now)));
        };
    }

    /** Refused because less was left than we knew: then that is given back, in a call of its own. */
    private static Payment refundRefused(Payment payment, String refundId, String code) {
        long left = payment.facts().left();
        return payment.with(payment.facts().refunds(r -> {
            boolean open = r.is(refundId) && r.state() == RefundState.REQUESTED;
            return open && r.amount() <= left ? r.failed(code) : r;
        }));
    }

    private static Payment captureRefused(Payment payment, String code) {
        return payment.facts().is(IntentState.CAPTURED)
                ? payment
                : payment.with(payment.facts().captureRefused(code));
    }
}
