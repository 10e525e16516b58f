package org.coachbook.payment.payments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a call to Stripe ended. */
public sealed interface CallResult {
    /** Done, or found to be settled otherwise: the intent as it now is. */
    record IntentIs(Intent intent) implements CallResult {}

    /** The refund was made, now or earlier. */
    record RefundIs(RefundFact refund) implements CallResult {}

    /** Every movement of money known to Stripe is in the ledger. */
    record LedgerPosted() implements CallResult {}

    /**
     * Stripe will never do it.
     *
     * @param code Stripe's error code, or {@code coach_not_payable} / {@code amount_refused} for a new payment
     * @param intent the intent as it was found afterwards, where there is one
     * @param refunds of the intent as they were found afterwards, where a refund was refused
     */
    record Refused(String code, @Nullable Intent intent, List<RefundFact> refunds) implements CallResult {
        /** A refusal of what is no refund. */
        public Refused(String code, @Nullable Intent intent) {
            this(code, intent, List.of());
        }
    }

    /** Looked up: the call had no effect. */
    record NotDone(@Nullable Intent intent) implements CallResult {}

    /** Outcome unknown. */
    record Unknown(Doubt doubt) implements CallResult {}

    /** Stripe, or we, had no capacity; nothing was done by this try. */
    record Busy() implements CallResult {}
}
