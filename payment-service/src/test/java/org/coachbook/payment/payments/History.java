package org.coachbook.payment.payments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.coachbook.contracts.payment.AuthorizePayment;
import org.coachbook.contracts.payment.PaymentPurpose;
import org.jspecify.annotations.Nullable;

/** What happens to one payment, step by step, without any store. */
final class History {
    static final long AMOUNT = 10_800;
    static final Instant START = Instant.parse("2027-03-01T08:00:00Z");

    private final List<Outgoing> said = new ArrayList<>();
    private Instant now = START;
    private Payment payment = Payment.unknown("b1", "b1", START);
    private Decision last = new Decision(payment, List.of());

    static Intent intent(IntentState state) {
        return intent(state, null);
    }

    private static Intent intent(IntentState state, @Nullable Decline decline) {
        long captured = state == IntentState.CAPTURED ? AMOUNT : 0;
        Instant captureBefore = state == IntentState.AUTHORIZED ? START.plusSeconds(500_000) : null;
        return new Intent("pi_1", state, captured, new Secret("s"), "ch_0", captureBefore, decline);
    }

    History step(PaymentInput input) {
        now = now.plusSeconds(1);
        last = PaymentProcess.decide(payment, input, now);
        said.addAll(last.messages());
        payment = last.after();
        return this;
    }

    History authorizes(String commandId) {
        return authorizes(commandId, PaymentPurpose.BOOKING);
    }

    History authorizes(String commandId, PaymentPurpose purpose) {
        AuthorizePayment command =
                new AuthorizePayment("b1", "b1", "coach", "client", AMOUNT, "CHF", 1_620, false, START, purpose);
        return step(new PaymentInput.Authorize(commandId, command));
    }

    History prepared() {
        return authorizes("a").callEnds(new CallResult.IntentIs(intent(IntentState.UNPAID)));
    }

    History captures(String commandId) {
        return step(new PaymentInput.Capture(commandId));
    }

    History cancels(String commandId, boolean onlyIfUnpaid) {
        return step(new PaymentInput.Cancel(commandId, onlyIfUnpaid));
    }

    History gives(String commandId, String refundId, long amount) {
        return step(new PaymentInput.GiveBack(commandId, refundId, amount, "goodwill"));
    }

    History sees(IntentState state) {
        return step(new PaymentInput.IntentSeen(intent(state)));
    }

    History declines(String charge) {
        return step(new PaymentInput.IntentSeen(intent(IntentState.UNPAID, new Decline(charge, "insufficient_funds"))));
    }

    History callEnds(CallResult result) {
        return step(
                new PaymentInput.CallEnded(Objects.requireNonNull(payment.work().call()), result));
    }

    History refundIs(String refundId, RefundState state) {
        return callEnds(new CallResult.RefundIs(fact(refundId, state)));
    }

    /** What Stripe says about a refund of the payment. */
    RefundFact fact(String refundId, RefundState state) {
        long amount = payment.facts().refund(refundId).orElseThrow().amount();
        return new RefundFact(refundId, "re_" + refundId, amount, state, null);
    }

    /** A refund that an operator made at Stripe itself is seen. */
    History refundAtStripe(String stripeId, long amount, RefundState state) {
        return step(new PaymentInput.RefundSeen(new RefundFact(stripeId, stripeId, amount, state, null)));
    }

    History disputeIs(String status) {
        return step(new PaymentInput.DisputeSeen(Dispute.of("dp_1", status, AMOUNT)));
    }

    /** Ends the reading for the ledger, if one is under way. */
    History bookTheLedger() {
        return callKind() == CallKind.LEDGER ? callEnds(new CallResult.LedgerPosted()) : this;
    }

    Payment payment() {
        return payment;
    }

    Decision last() {
        return last;
    }

    PaymentStatus status() {
        return payment.status();
    }

    @Nullable
    CallKind callKind() {
        Call call = payment.work().call();
        return call == null ? null : call.kind();
    }

    /** Everything said, asked for or not. */
    List<Record> replies() {
        return said.stream()
                .filter(Outgoing.Say.class::isInstance)
                .map(o -> ((Outgoing.Say) o).payload())
                .toList();
    }

    Record replyTo(String commandId) {
        return said.stream()
                .filter(Outgoing.Say.class::isInstance)
                .map(Outgoing.Say.class::cast)
                .filter(s -> commandId.equals(s.inReplyTo()))
                .map(Outgoing.Say::payload)
                .reduce((_, _) -> {
                    throw new AssertionError("answered twice: " + commandId);
                })
                .orElseThrow(() -> new AssertionError("not answered: " + commandId));
    }
}
