package org.coachbook.payment.calls;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.Predicate;
import org.coachbook.payment.payments.CallResult;
import org.coachbook.payment.payments.Doubt;
import org.coachbook.payment.payments.Intent;
import org.coachbook.payment.payments.Payment;
import org.coachbook.payment.stripe.Attempt;
import org.coachbook.payment.stripe.StripeIntents;

/** What capturing and cancelling have in common: their outcome is read from the intent. */
@Singleton
class IntentActions {
    private final StripeIntents intents;

    IntentActions(StripeIntents intents) {
        this.intents = intents;
    }

    static String idOf(Payment payment) {
        return Objects.requireNonNull(payment.facts().intent()).id();
    }

    /** The result of an attempt; a refusal comes with the intent as it was found after it. */
    CallResult resultOf(Payment payment, Attempt<Intent> attempt, Predicate<Intent> done) {
        return switch (attempt) {
            case Attempt.Done<Intent> is -> new CallResult.IntentIs(is.value());
            case Attempt.Refused<Intent> refused -> afterRefusal(payment, refused.code());
            case Attempt.NoAnswer<Intent> _ -> new CallResult.Unknown(Doubt.NO_ANSWER);
            case Attempt.ServerError<Intent> _ -> lookUp(payment, done);
            case Attempt.Busy<Intent> _ -> new CallResult.Busy();
        };
    }

    private CallResult afterRefusal(Payment payment, String code) {
        return intents.retrieve(idOf(payment)) instanceof Attempt.Done<Intent> found
                ? new CallResult.Refused(code, found.value())
                : new CallResult.Unknown(Doubt.SERVER_ERROR);
    }

    /** Done, or not done, as the intent says. */
    CallResult lookUp(Payment payment, Predicate<Intent> done) {
        if (intents.retrieve(idOf(payment)) instanceof Attempt.Done<Intent> found) {
            Intent intent = found.value();
            return done.test(intent) ? new CallResult.IntentIs(intent) : new CallResult.NotDone(intent);
        }
        return new CallResult.Unknown(Doubt.SERVER_ERROR);
    }
}
