package org.coachbook.payment.calls;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.coachbook.payment.accounts.CoachAccounts;
import org.coachbook.payment.accounts.Payability;
import org.coachbook.payment.payments.Call;
import org.coachbook.payment.payments.CallKind;
import org.coachbook.payment.payments.CallResult;
import org.coachbook.payment.payments.Doubt;
import org.coachbook.payment.payments.Intent;
import org.coachbook.payment.payments.Payment;
import org.coachbook.payment.payments.Terms;
import org.coachbook.payment.stripe.Attempt;
import org.coachbook.payment.stripe.StripeIntents;
import org.coachbook.payment.stripe.StripeSearch;

/** Prepares the intent, where the coach's account can take charges. */
@Singleton
class IntentCreation implements StripeCall {
    private static final Set<String> AMOUNT_CODES = Set.of("amount_too_small", "amount_too_large");
    private static final Set<String> AMOUNT_PARAMETERS = Set.of("amount", "currency", "application_fee_amount");

    private final StripeIntents intents;
    private final StripeSearch search;
    private final CoachAccounts accounts;

    IntentCreation(StripeIntents intents, StripeSearch search, CoachAccounts accounts) {
        this.intents = intents;
        this.search = search;
        this.accounts = accounts;
    }

    @Override
    public CallKind kind() {
        return CallKind.CREATE;
    }

    @Override
    public CallResult send(Payment payment, Call call) {
        Terms terms = Objects.requireNonNull(payment.terms());
        return switch (accounts.payability(terms.coachId())) {
            case Payability.Payable payable -> create(payment, terms, payable.accountId(), call);
            case Payability.NotPayable _ -> new CallResult.Refused("coach_not_payable", null);
            case Payability.NotKnown _ -> new CallResult.Busy();
        };
    }

    private CallResult create(Payment payment, Terms terms, String account, Call call) {
        return switch (intents.create(payment, terms, account, call.key(payment.id()))) {
            case Attempt.Done<Intent> done -> new CallResult.IntentIs(done.value());
            case Attempt.Refused<Intent> refused -> new CallResult.Refused(reason(refused), null);
            case Attempt.NoAnswer<Intent> _ -> new CallResult.Unknown(Doubt.NO_ANSWER);
            case Attempt.ServerError<Intent> _ -> lookUp(payment, call);
            case Attempt.Busy<Intent> _ -> new CallResult.Busy();
        };
    }

    private static String reason(Attempt.Refused<Intent> refused) {
        boolean amount = AMOUNT_CODES.contains(refused.code())
                || AMOUNT_PARAMETERS.contains(Objects.requireNonNullElse(refused.parameter(), ""));
        return amount ? "amount_refused" : "coach_not_payable";
    }

    @Override
    public CallResult lookUp(Payment payment, Call call) {
        return search.find(payment.id(), payment.since()) instanceof Attempt.Done<Optional<Intent>> done
                ? done.value().<CallResult>map(CallResult.IntentIs::new).orElseGet(() -> new CallResult.NotDone(null))
                : new CallResult.Unknown(Doubt.SERVER_ERROR);
    }
}
