package org.coachbook.payment.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done.
 *
 * @param call the call under way; one at a time, so that the goal decides on the next, not the order of arrival
 * @param calls how many keys were used so far
 * @param ledgerDue whether money moved that is not in the ledger yet
 * @param checkAt when Stripe is asked although no webhook came; null once nothing can change unasked
 */
public record Work(
        Goal goal,
        @Nullable Call call,
        int calls,
        boolean ledgerDue,
        @Nullable Instant checkAt) {
    static final Work NONE = new Work(Goal.PAY, null, 0, false, null);

    Work aim(Goal newGoal) {
        return new Work(newGoal, call, calls, ledgerDue, checkAt);
    }

    Work start(CallKind kind, @Nullable String refundId, Instant now) {
        return new Work(goal, Call.started(kind, refundId, calls + 1, now), calls + 1, ledgerDue, checkAt);
    }

    Work call(@Nullable Call changed) {
        int used = changed == null ? calls : Math.max(calls, changed.n());
        return new Work(goal, changed, used, ledgerDue, checkAt);
    }

    /** Money moved: a reading for the ledger that is under way may have missed it and counts no more. */
    Work readAgain() {
        boolean reading = call != null && call.kind() == CallKind.LEDGER;
        return new Work(goal, reading ? null : call, calls, true, checkAt);
    }

    /** The ledger has everything. */
    Work ledgerPosted() {
        return new Work(goal, null, calls, false, checkAt);
    }

    Work checkAt(@Nullable Instant at) {
        return new Work(goal, call, calls, ledgerDue, at);
    }
}
