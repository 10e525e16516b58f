package org.coachbook.payment.payments;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Stripe in a few lines: one intent, refunds by id, keys that are remembered, and answers that get lost. */
final class ModelStripe {
    private final Random random;
    private final Map<String, Long> refunds = new HashMap<>();
    private final Set<Integer> lostWith500 = new HashSet<>();
    private Optional<IntentState> state = Optional.empty();
    private int created;
    private boolean faulty = true;

    ModelStripe(Random random) {
        this.random = random;
    }

    void heal() {
        faulty = false;
        clientGoesAway();
    }

    /** A bank's pending decision is made in the end. */
    private void clientGoesAway() {
        state = state.map(s -> s == IntentState.PROCESSING ? IntentState.UNPAID : s);
    }

    /** The client pays, or his bank takes its time. */
    void clientActs() {
        state = state.map(s -> switch (s) {
            case UNPAID -> random.nextInt(4) == 0 ? IntentState.PROCESSING : IntentState.AUTHORIZED;
            case PROCESSING -> random.nextBoolean() ? IntentState.UNPAID : IntentState.AUTHORIZED;
            case AUTHORIZED, CAPTURED, CANCELLED -> s;
        });
    }

    Optional<Intent> intent() {
        return state.map(History::intent);
    }

    int created() {
        return created;
    }

    long captured() {
        return state.filter(s -> s == IntentState.CAPTURED).isPresent() ? History.AMOUNT : 0;
    }

    long refunded() {
        return refunds.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What the worker would make of a call. */
    CallResult answer(Payment payment, Call call) {
        int luck = faulty ? random.nextInt(6) : 5;
        if (luck == 0) {
            return new CallResult.Busy();
        }
        if (luck == 1) {
            return new CallResult.Unknown(call.doubt() == Doubt.SERVER_ERROR ? Doubt.SERVER_ERROR : Doubt.NO_ANSWER);
        }
        boolean lookUp = call.doubt() == Doubt.SERVER_ERROR || lostWith500.contains(call.n());
        CallResult result = lookUp ? lookUp(payment, call) : execute(payment, call);
        if (luck == 2) {
            lostWith500.add(call.n());
            return new CallResult.Unknown(Doubt.SERVER_ERROR);
        }
        return luck == 3 && !lookUp ? new CallResult.Unknown(Doubt.NO_ANSWER) : result;
    }

    private CallResult lookUp(Payment payment, Call call) {
        if (call.kind() == CallKind.REFUND) {
            String id = String.valueOf(call.refundId());
            return refunds.containsKey(id) ? refund(id) : new CallResult.NotDone(null);
        }
        if (state.isEmpty()) {
            return new CallResult.NotDone(null);
        }
        Intent found = intent().orElseThrow();
        boolean done =
                call.kind() == CallKind.CREATE || call.kind() == CallKind.LEDGER || settled(payment, call, found);
        return done ? resultOf(call, found) : new CallResult.NotDone(found);
    }

    private static boolean settled(Payment payment, Call call, Intent found) {
        boolean kept = payment.aimsAt(Goal.GIVE_UP_IF_UNPAID) && found.state() != IntentState.UNPAID;
        boolean cancelling = call.kind() == CallKind.CANCEL;
        return found.state().ended() || (cancelling && (kept || found.state() == IntentState.PROCESSING));
    }

    private static CallResult resultOf(Call call, Intent found) {
        return call.kind() == CallKind.LEDGER ? new CallResult.LedgerPosted() : new CallResult.IntentIs(found);
    }

    private CallResult execute(Payment payment, Call call) {
        return switch (call.kind()) {
            case CREATE -> create();
            case LEDGER -> new CallResult.LedgerPosted();
            case REFUND -> makeRefund(payment, String.valueOf(call.refundId()));
            case CAPTURE -> move(IntentState.AUTHORIZED, IntentState.CAPTURED);
            case CANCEL ->
                settled(payment, call, intent().orElseThrow())
                        ? new CallResult.IntentIs(intent().orElseThrow())
                        : cancel();
        };
    }

    private CallResult create() {
        if (state.isEmpty()) {
            state = Optional.of(IntentState.UNPAID);
            created++;
        }
        return new CallResult.IntentIs(intent().orElseThrow());
    }

    private CallResult move(IntentState from, IntentState to) {
        if (state.equals(Optional.of(from))) {
            state = Optional.of(to);
        }
        Intent now = intent().orElseThrow();
        return now.state() == to ? new CallResult.IntentIs(now) : new CallResult.Refused("unexpected_state", now);
    }

    private CallResult cancel() {
        state = Optional.of(IntentState.CANCELLED);
        return new CallResult.IntentIs(intent().orElseThrow());
    }

    /** An operator gives some of the money back without us. */
    void operatorRefunds() {
        long left = captured() - refunded();
        if (left > 0) {
            refunds.put("re_" + refunds.size(), 1 + random.nextLong(left));
        }
    }

    /** All refunds, in no order that means anything. */
    List<RefundFact> refunds() {
        return refunds.keySet().stream().map(this::fact).toList();
    }

    private CallResult makeRefund(Payment payment, String id) {
        long amount = payment.facts().refund(id).orElseThrow().amount();
        if (!refunds.containsKey(id) && amount > captured() - refunded()) {
            return new CallResult.Refused("amount_too_large", null, refunds());
        }
        refunds.putIfAbsent(id, amount);
        return refund(id);
    }

    private CallResult refund(String id) {
        return new CallResult.RefundIs(fact(id));
    }

    private RefundFact fact(String id) {
        return new RefundFact(id, "re_" + id, Objects.requireNonNull(refunds.get(id)), RefundState.SUCCEEDED, null);
    }
}
