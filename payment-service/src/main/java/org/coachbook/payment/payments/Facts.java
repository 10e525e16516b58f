package org.coachbook.payment.payments;

import java.util.List;
import java.util.Objects;
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
 * @param disputes by banks, those that are over included
 */
public record Facts(
        @Nullable Intent intent,
        @Nullable String impossible,
        @Nullable String captureRefusal,
        List<Refund> refunds,
        List<Dispute> disputes) {
    static final Facts NONE = new Facts(null, null, null, List.of(), List.of());

    /** Payments from before disputes were kept are stored without. */
    public Facts {
        disputes = List.copyOf(Objects.requireNonNullElse(disputes, List.of()));
    }

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

    /** Whether a bank has the money back, or asks for it. */
    boolean disputed() {
        return disputes.stream().anyMatch(dispute -> dispute.state() != Dispute.State.WON);
    }

    /** Minor units of {@link #refunded()} that nobody asked us for. */
    long refundedUnasked() {
        return refunds.stream()
                .filter(r -> r.state().made() && r.isMadeAtStripe())
                .mapToLong(Refund::amount)
                .sum();
    }

    /** Whether the last refund did not arrive; a later one makes up for it. */
    boolean lastRefundFailed() {
        return refunds.stream()
                .map(Refund::state)
                .filter(state -> state.made() || state == RefundState.FAILED)
                .reduce((_, later) -> later)
                .filter(state -> state == RefundState.FAILED)
                .isPresent();
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
        return new Facts(intent == null ? seen : intent.after(seen), impossible, captureRefusal, refunds, disputes);
    }

    Facts impossible(String why) {
        return new Facts(intent, why, captureRefusal, refunds, disputes);
    }

    Facts captureRefused(@Nullable String why) {
        return new Facts(intent, impossible, why, refunds, disputes);
    }

    /** A dispute that is over stays so, whatever is told of it late. */
    Facts seen(Dispute dispute) {
        if (disputes.stream().anyMatch(known -> known.id().equals(dispute.id()) && known.isOver())) {
            return this;
        }
        Stream<Dispute> others = disputes.stream().filter(known -> !known.id().equals(dispute.id()));
        List<Dispute> all = Stream.concat(others, Stream.of(dispute)).toList();
        return new Facts(intent, impossible, captureRefusal, refunds, all);
    }

    Facts plus(Refund refund) {
        return new Facts(
                intent,
                impossible,
                captureRefusal,
                Stream.concat(refunds.stream(), Stream.of(refund)).toList(),
                disputes);
    }

    /** These facts and Stripe's word on a refund; one that we did not know was made at Stripe itself. */
    Facts seen(RefundFact seen) {
        return refund(seen.refundId()).isPresent()
                ? refunds(r -> r.is(seen.refundId()) ? r.after(seen) : r)
                : plus(Refund.madeAtStripe(seen));
    }

    Facts refunds(UnaryOperator<Refund> change) {
        return new Facts(
                intent, impossible, captureRefusal, refunds.stream().map(change).toList(), disputes);
    }
}
