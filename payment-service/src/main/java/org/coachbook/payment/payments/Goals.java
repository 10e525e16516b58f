package org.coachbook.payment.payments;

import org.jspecify.annotations.Nullable;

/** Draws the conclusions from what is known: goals reached or overtaken, refunds that cannot or must be made. */
final class Goals {
    private Goals() {}

    static Payment settled(Payment payment) {
        Payment aimed = payment.with(payment.work().aim(goal(payment)));
        return fittedToWhatIsLeft(everythingGivenBack(releasedInstead(aimed)));
    }

    private static Goal goal(Payment payment) {
        Facts facts = payment.facts();
        Intent intent = facts.intent();
        return switch (payment.work().goal()) {
            case PAY -> Goal.PAY;
            case GIVE_UP -> Goal.GIVE_UP;
            case CAPTURE ->
                intent != null && !intent.state().ended() && facts.captureRefusal() == null
                        ? Goal.CAPTURE
                        : afterCapture(payment, intent);
            case GIVE_UP_IF_UNPAID -> unpaid(payment, intent);
        };
    }

    /** A wish to give up that had to wait for the capture's end is taken up again. */
    private static Goal afterCapture(Payment payment, @Nullable Intent intent) {
        boolean wish = payment.conversation().open().stream().anyMatch(q -> q.asked() == Asked.CANCEL_IF_UNPAID);
        return wish ? unpaid(payment, intent) : Goal.PAY;
    }

    private static Goal unpaid(Payment payment, @Nullable Intent intent) {
        if (intent == null) {
            return payment.work().call() == null ? Goal.GIVE_UP : Goal.GIVE_UP_IF_UNPAID;
        }
        if (intent.state().paid()) {
            return Goal.PAY;
        }
        return intent.state() == IntentState.CANCELLED ? Goal.GIVE_UP : Goal.GIVE_UP_IF_UNPAID;
    }

    /** A refund of what was never captured: the authorisation is released. */
    private static Payment releasedInstead(Payment payment) {
        boolean wanted = payment.work().call() == null && hasRequested(payment);
        if (!wanted || payment.facts().is(IntentState.CAPTURED)) {
            return payment;
        }
        return payment.with(payment.facts().refunds(r -> r.state() == RefundState.REQUESTED ? r.released() : r))
                .with(payment.work().aim(Goal.GIVE_UP));
    }

    private static Payment everythingGivenBack(Payment payment) {
        Facts facts = payment.facts();
        long unclaimed = facts.left() - requested(facts);
        boolean owed = payment.aimsAt(Goal.GIVE_UP) && facts.is(IntentState.CAPTURED) && unclaimed > 0;
        return owed && facts.refund(Refund.GIVE_UP).isEmpty()
                ? payment.with(facts.plus(Refund.requested(Refund.GIVE_UP, unclaimed, "given_up")))
                : payment;
    }

    /** More than was ever ours to give back is refused; what has gone back at Stripe meanwhile is left out. */
    private static Payment fittedToWhatIsLeft(Payment payment) {
        Facts facts = payment.facts();
        if (!facts.is(IntentState.CAPTURED)) {
            return payment;
        }
        long left = facts.left();
        long ours = left + facts.refundedUnasked();
        return payment.with(facts.refunds(r -> isToBeMade(payment, r) ? fitted(r, left, ours) : r));
    }

    private static Refund fitted(Refund refund, long left, long ours) {
        if (refund.amount() <= 0 || refund.amount() > ours) {
            return refund.failed("exceeds_what_is_left");
        }
        return refund.amount() > left ? refund.atMost(left) : refund;
    }

    /** What is being made already, under a key that stands for its amount, is left to its call's end. */
    private static boolean isToBeMade(Payment payment, Refund refund) {
        Call call = payment.work().call();
        boolean underWay = call != null && refund.is(String.valueOf(call.refundId()));
        return refund.state() == RefundState.REQUESTED && !underWay;
    }

    private static boolean hasRequested(Payment payment) {
        return payment.facts().refunds().stream().anyMatch(r -> r.state() == RefundState.REQUESTED);
    }

    private static long requested(Facts facts) {
        return facts.refunds().stream()
                .filter(r -> r.state() == RefundState.REQUESTED)
                .mapToLong(Refund::amount)
                .sum();
    }
}
