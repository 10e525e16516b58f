package org.coachbook.payment.payments;

import java.time.Instant;
import org.coachbook.contracts.payment.AuthorizePayment;
import org.jspecify.annotations.Nullable;

/** Takes in what happened: facts, wishes and questions, before anything is concluded from them. */
final class Intake {
    private Intake() {}

    static Payment of(Payment payment, PaymentInput input, Instant now) {
        return switch (input) {
            case PaymentInput.Authorize a -> authorize(payment, a);
            case PaymentInput.Capture c -> capture(payment, c);
            case PaymentInput.Cancel c -> cancel(payment, c);
            case PaymentInput.GiveBack g -> giveBack(payment, g);
            case PaymentInput.CallClaimed _ -> claimed(payment, now);
            case PaymentInput.CallEnded e -> CallIntake.of(payment, e, now);
            case PaymentInput.IntentSeen s -> seen(payment, s.intent());
            case PaymentInput.RefundSeen s -> seen(payment, s.refund());
            case PaymentInput.DisputeSeen s -> payment.with(payment.facts().seen(s.dispute()));
        };
    }

    /** A refund that we did not ask for counts once the charge is known to be captured; a release looks alike before. */
    static Payment seen(Payment payment, RefundFact fact) {
        boolean ours = payment.facts().refund(fact.refundId()).isPresent();
        return ours || payment.facts().is(IntentState.CAPTURED)
                ? payment.with(payment.facts().seen(fact))
                : payment;
    }

    /** What is seen during a cancellation was seen before its end; the end of the call tells more. */
    private static Payment seen(Payment payment, Intent intent) {
        Call call = payment.work().call();
        return call != null && call.kind() == CallKind.CANCEL
                ? payment
                : payment.with(payment.facts().seen(intent));
    }

    private static Payment authorize(Payment payment, PaymentInput.Authorize input) {
        Payment asked = asked(payment, input.commandId(), Asked.AUTHORIZE, null);
        if (payment.terms() != null) {
            return asked;
        }
        Payment agreed = asked.with(Terms.of(input.command()));
        return chargeable(input.command()) ? agreed : agreed.with(agreed.facts().impossible("amount_refused"));
    }

    private static boolean chargeable(AuthorizePayment command) {
        return command.amount() > 0 && command.platformFee() >= 0 && command.platformFee() <= command.amount();
    }

    private static Payment capture(Payment payment, PaymentInput.Capture input) {
        Payment asked = asked(payment, input.commandId(), Asked.CAPTURE, null);
        return payment.facts().intent() == null || payment.aimsAt(Goal.GIVE_UP)
                ? asked
                : asked.with(asked.facts().captureRefused(null))
                        .with(asked.work().aim(Goal.CAPTURE));
    }

    private static Payment cancel(Payment payment, PaymentInput.Cancel input) {
        if (!input.onlyIfUnpaid()) {
            Payment asked = asked(payment, input.commandId(), Asked.CANCEL, null);
            return asked.with(asked.work().aim(Goal.GIVE_UP));
        }
        Payment asked = asked(payment, input.commandId(), Asked.CANCEL_IF_UNPAID, null);
        return payment.aimsAt(Goal.PAY) ? asked.with(asked.work().aim(Goal.GIVE_UP_IF_UNPAID)) : asked;
    }

    private static Payment giveBack(Payment payment, PaymentInput.GiveBack input) {
        Payment asked = asked(payment, input.commandId(), Asked.REFUND, input.refundId());
        return payment.facts().refund(input.refundId()).isPresent()
                ? asked
                : asked.with(asked.facts().plus(Refund.requested(input.refundId(), input.amount(), input.reason())));
    }

    private static Payment asked(Payment payment, String commandId, Asked what, @Nullable String refundId) {
        return payment.with(payment.conversation().plus(new Question(commandId, what, refundId)));
    }

    private static Payment claimed(Payment payment, Instant now) {
        Call call = payment.work().call();
        return call == null || call.nextAt().isAfter(now)
                ? payment
                : payment.with(payment.work().call(call.claimed(now)));
    }
}
