package org.coachbook.payment.payments;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which call to Stripe the goal needs next, given what is known. */
final class NextCall {
    private record Wanted(CallKind kind, @Nullable String refundId) {}

    private NextCall() {}

    /** The payment with the next call started, unless one is under way; the ledger's reading yields to any other. */
    static Payment scheduled(Payment payment, Instant now) {
        Call call = payment.work().call();
        boolean busy = call != null && call.kind() != CallKind.LEDGER;
        return busy
                ? payment
                : wanted(payment)
                        .filter(w -> call == null || w.kind() != CallKind.LEDGER)
                        .map(w -> payment.with(payment.work().start(w.kind(), w.refundId(), now)))
                        .orElse(payment);
    }

    /** Whether this call still serves the goal. */
    static boolean wants(Payment payment, Call call) {
        return wanted(payment).filter(w -> w.kind() == call.kind()).isPresent();
    }

    private static Optional<Wanted> wanted(Payment payment) {
        Intent intent = payment.facts().intent();
        if (intent == null) {
            boolean open = payment.terms() != null && payment.facts().impossible() == null;
            return open && payment.aimsAt(Goal.PAY) ? Optional.of(new Wanted(CallKind.CREATE, null)) : Optional.empty();
        }
        return switch (intent.state()) {
            case UNPAID -> unpaid(payment.work().goal());
            case AUTHORIZED -> authorized(payment.work().goal());
            case CAPTURED -> captured(payment);
            case PROCESSING, CANCELLED -> Optional.empty();
        };
    }

    private static Optional<Wanted> unpaid(Goal goal) {
        return goal == Goal.GIVE_UP_IF_UNPAID ? Optional.of(new Wanted(CallKind.CANCEL, null)) : authorized(goal);
    }

    private static Optional<Wanted> authorized(Goal goal) {
        return switch (goal) {
            case CAPTURE -> Optional.of(new Wanted(CallKind.CAPTURE, null));
            case GIVE_UP -> Optional.of(new Wanted(CallKind.CANCEL, null));
            case PAY, GIVE_UP_IF_UNPAID -> Optional.empty();
        };
    }

    private static Optional<Wanted> captured(Payment payment) {
        Optional<Wanted> refund = payment.facts().refunds().stream()
                .filter(r -> r.state() == RefundState.REQUESTED)
                .findFirst()
                .map(r -> new Wanted(CallKind.REFUND, r.refundId()));
        return refund.isPresent() || !payment.work().ledgerDue()
                ? refund
                : Optional.of(new Wanted(CallKind.LEDGER, null));
    }
}
