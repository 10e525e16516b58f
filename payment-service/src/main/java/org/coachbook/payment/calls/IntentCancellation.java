package org.coachbook.payment.calls;

import jakarta.inject.Singleton;
import org.coachbook.payment.payments.Call;
import org.coachbook.payment.payments.CallKind;
import org.coachbook.payment.payments.CallResult;
import org.coachbook.payment.payments.Goal;
import org.coachbook.payment.payments.Intent;
import org.coachbook.payment.payments.Payment;
import org.coachbook.payment.stripe.Attempt;
import org.coachbook.payment.stripe.StripeIntents;

/**
 * Gives the intent up. Stripe cancels an authorised intent as willingly as an unpaid one, so where a paid one shall be
 * left alone it is read first; a confirmation in the milliseconds between is released, and its client told so.
 */
@Singleton
class IntentCancellation implements StripeCall {
    private final StripeIntents intents;
    private final IntentActions actions;

    IntentCancellation(StripeIntents intents, IntentActions actions) {
        this.intents = intents;
        this.actions = actions;
    }

    @Override
    public CallKind kind() {
        return CallKind.CANCEL;
    }

    @Override
    public CallResult send(Payment payment, Call call) {
        if (!payment.aimsAt(Goal.GIVE_UP_IF_UNPAID)) {
            return cancel(payment, call);
        }
        return switch (intents.retrieve(IntentActions.idOf(payment))) {
            case Attempt.Done<Intent> found
            when settled(payment, found.value()) -> new CallResult.IntentIs(found.value());
            case Attempt.Done<Intent> _ -> cancel(payment, call);
            default -> new CallResult.Busy();
        };
    }

    private CallResult cancel(Payment payment, Call call) {
        return actions.resultOf(
                payment,
                intents.cancel(IntentActions.idOf(payment), call.key(payment.id())),
                intent -> settled(payment, intent));
    }

    @Override
    public CallResult lookUp(Payment payment, Call call) {
        return actions.lookUp(payment, intent -> settled(payment, intent));
    }

    /** Whether there is nothing to cancel, or not now. */
    private static boolean settled(Payment payment, Intent intent) {
        return switch (intent.state()) {
            case CAPTURED, CANCELLED, PROCESSING -> true;
            case AUTHORIZED -> payment.aimsAt(Goal.GIVE_UP_IF_UNPAID);
            case UNPAID -> false;
        };
    }
}
