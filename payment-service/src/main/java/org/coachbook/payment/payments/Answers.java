package org.coachbook.payment.payments;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.coachbook.contracts.payment.reply.CaptureRefused;
import org.coachbook.contracts.payment.reply.PaymentAuthorized;
import org.coachbook.contracts.payment.reply.PaymentCancelled;
import org.coachbook.contracts.payment.reply.PaymentCaptured;
import org.coachbook.contracts.payment.reply.PaymentImpossible;
import org.coachbook.contracts.payment.reply.PaymentPrepared;
import org.coachbook.contracts.payment.reply.PaymentRefunded;
import org.coachbook.contracts.payment.reply.PaymentUndecided;
import org.coachbook.contracts.payment.reply.RefundFailed;

/** The replies to open questions that what is known allows; a question without one stays open. */
final class Answers {
    private Answers() {}

    static List<Outgoing.Say> to(Payment payment) {
        return payment.conversation().open().stream()
                .flatMap(question ->
                        answer(payment, question).map(reply -> new Outgoing.Say(reply, question.commandId())).stream())
                .toList();
    }

    private static Optional<Record> answer(Payment payment, Question question) {
        return switch (question.asked()) {
            case AUTHORIZE -> authorize(payment);
            case CAPTURE -> capture(payment);
            case CANCEL_IF_UNPAID -> cancelIfUnpaid(payment);
            case CANCEL -> cancel(payment);
            case REFUND -> refund(payment, String.valueOf(question.refundId()));
        };
    }

    private static Optional<Record> authorize(Payment p) {
        String impossible = p.facts().impossible();
        if (impossible != null) {
            return Optional.of(new PaymentImpossible(p.id(), p.bookingId(), impossible));
        }
        if (p.over()) {
            return Optional.of(
                    new PaymentCancelled(p.id(), p.bookingId(), p.facts().refunded()));
        }
        return p.facts().intent() == null || p.aimsAt(Goal.GIVE_UP)
                ? Optional.empty()
                : Optional.of(new PaymentPrepared(p.id(), p.bookingId()));
    }

    private static Optional<Record> capture(Payment p) {
        if (p.aimsAt(Goal.GIVE_UP)) {
            return Optional.of(new CaptureRefused(p.id(), p.bookingId(), "given_up"));
        }
        if (p.facts().is(IntentState.CAPTURED)) {
            return Optional.of(captured(p));
        }
        return p.aimsAt(Goal.CAPTURE)
                ? Optional.empty()
                : Optional.of(new CaptureRefused(p.id(), p.bookingId(), whyNot(p.facts())));
    }

    private static String whyNot(Facts facts) {
        if (facts.captureRefusal() != null) {
            return facts.captureRefusal();
        }
        return facts.is(IntentState.CANCELLED) ? "authorization_ended" : "not_authorized";
    }

    private static Optional<Record> cancelIfUnpaid(Payment p) {
        Intent intent = p.facts().intent();
        if (intent == null || p.aimsAt(Goal.GIVE_UP)) {
            return cancel(p);
        }
        return switch (intent.state()) {
            case CAPTURED -> Optional.of(captured(p));
            case AUTHORIZED -> p.work().call() == null ? Optional.of(authorized(p, intent)) : cancel(p);
            case UNPAID, PROCESSING, CANCELLED -> cancel(p);
        };
    }

    private static Optional<Record> cancel(Payment p) {
        if (p.over()) {
            return Optional.of(
                    new PaymentCancelled(p.id(), p.bookingId(), p.facts().refunded()));
        }
        Optional<Refund> failed = p.facts().refund(Refund.GIVE_UP).filter(r -> r.state() == RefundState.FAILED);
        if (failed.isPresent()) {
            return Optional.of(refundFailed(p, failed.get()));
        }
        return undecided(p) ? Optional.of(new PaymentUndecided(p.id(), p.bookingId())) : Optional.empty();
    }

    private static boolean undecided(Payment p) {
        Call call = p.work().call();
        return call == null || call.kind() == CallKind.LEDGER
                ? p.facts().is(IntentState.PROCESSING)
                : call.mayHaveHappened() || call.tries() > 0;
    }

    private static Optional<Record> refund(Payment p, String refundId) {
        Refund refund = p.facts().refund(refundId).orElseThrow();
        return switch (refund.state()) {
            case PENDING, SUCCEEDED -> Optional.of(refunded(p, refund, refund.amount()));
            case FAILED -> Optional.of(refundFailed(p, refund));
            case RELEASED ->
                p.over() ? Optional.of(refunded(p, refund, p.facts().refunded())) : Optional.empty();
            case COVERED -> Optional.of(refunded(p, refund, 0));
            case REQUESTED -> Optional.empty();
        };
    }

    static PaymentAuthorized authorized(Payment p, Intent intent) {
        Instant lapses = intent.captureBefore();
        return new PaymentAuthorized(p.id(), p.bookingId(), lapses == null ? p.since() : lapses);
    }

    static PaymentCaptured captured(Payment p) {
        Intent intent = p.facts().intent();
        return new PaymentCaptured(p.id(), p.bookingId(), intent == null ? 0 : intent.captured());
    }

    static RefundFailed refundFailed(Payment p, Refund refund) {
        String reason = Objects.requireNonNullElse(refund.failure(), "unknown");
        return new RefundFailed(
                p.id(), p.bookingId(), refund.refundId(), reason, p.facts().refunded());
    }

    static PaymentRefunded refunded(Payment p, Refund refund, long amount) {
        return new PaymentRefunded(
                p.id(), p.bookingId(), refund.refundId(), amount, p.facts().refunded());
    }
}
