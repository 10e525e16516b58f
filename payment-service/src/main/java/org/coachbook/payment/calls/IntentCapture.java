package org.coachbook.payment.calls;

import jakarta.inject.Singleton;
import org.coachbook.payment.payments.Call;
import org.coachbook.payment.payments.CallKind;
import org.coachbook.payment.payments.CallResult;
import org.coachbook.payment.payments.Payment;
import org.coachbook.payment.stripe.StripeIntents;

/** Takes the authorised money. */
@Singleton
class IntentCapture implements StripeCall {
    private final StripeIntents intents;
    private final IntentActions actions;

    IntentCapture(StripeIntents intents, IntentActions actions) {
        this.intents = intents;
        this.actions = actions;
    }

    @Override
    public CallKind kind() {
        return CallKind.CAPTURE;
    }

    @Override
    public CallResult send(Payment payment, Call call) {
        return actions.resultOf(
                payment, intents.capture(IntentActions.idOf(payment), call.key(payment.id())), intent -> intent.state()
                        .ended());
    }

    @Override
    public CallResult lookUp(Payment payment, Call call) {
        return actions.lookUp(payment, intent -> intent.state().ended());
    }
}
