package org.coachbook.payment.payments;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe has said so far.
 *
 * @param impossible why no intent can be made: {@code coach_not_payable} or {@code amount_refused}
 * @param captureRefusal why the last capture was refused for good
 * @param refunds those asked for, in order
 */
public record Facts(
        @Nullable Intent intent,
        @Nullable String impossible,
        @Nullable String captureRefusal,
        List<Refund> refunds,
        boolean disputed) {
    static final Facts NONE = new Facts(null, null, null, List.of(), false);

    /** Minor units that went back or are on their way. */
    public long refunded() {
        return refunds.stream()
                .filter(r -> r.state().made())
                .mapToLong(Refund::amount)
                .sum();
    }

    /** The refunds that Stripe knows, those that failed there included: each of their changes moves money. */
    List<Refund> refundsAtStripe() {
        return refunds.stream().filter(r -> r.stripeId() != null).toList();
    }

    /** Minor units captured and not refunded. */
    long left() {
        return intent == null ? 0 : intent.captured() - refunded();
    }

    /** Whether the intent is known to be in this state. */
    public boolean is(IntentState state) {
        return intent != null && intent.state() == state;
    }

    /** The refund with this id. */
    public Optional<Refund> refund(String refundId) {
        return refunds.stream().filter(r -> r.is(refundId)).findFirst();
    }

    Facts seen(Intent seen) {
        return new Facts(intent == null ? seen : intent.after(seen), impossible, captureRefusal, refunds, disputed);
    }

    Facts impossible(String why) {
        return new Facts(intent, why, captureRefusal, refunds, disputed);
    }

    Facts captureRefused(@Nullable String why) {
        return new Facts(intent, impossible, why, refunds, disputed);
    }

    Facts disputed(boolean now) {
        return new Facts(intent, impossible, captureRefusal, refunds, now);
    }

    Facts plus(Refund refund) {
        return new Facts(
                intent,
                impossible,
                captureRefusal,
                Stream.concat(refunds.stream(), Stream.of(refund)).toList(),
                disputed);
    }

    Facts refunds(UnaryOperator<Refund> change) {
        return new Facts(
                intent, impossible, captureRefusal, refunds.stream().map(change).toList(), disputed);
    }
}
