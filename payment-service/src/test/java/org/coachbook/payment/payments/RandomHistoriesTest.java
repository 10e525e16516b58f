package org.coachbook.payment.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories against a small model of Stripe: whatever goes wrong on the way, the money is right in the end. */
class RandomHistoriesTest {
    private static final int HISTORIES = 4_000;
    private static final int STEPS = 25;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 2026})
    void in_the_end_every_command_is_answered_and_nothing_is_kept_of_what_was_given_up(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            ModelStripe stripe = new ModelStripe(random);
            History history = new History();
            for (int step = 0; step < STEPS; step++) {
                something(history, stripe, random, "c" + step);
            }
            settle(history, stripe);
            check("seed " + seed + " history " + i, history.payment(), stripe);
        }
    }

    private static void something(History history, ModelStripe stripe, Random random, String commandId) {
        Call call = history.payment().work().call();
        switch (random.nextInt(14)) {
            case 0, 1 -> history.authorizes(commandId);
            case 2 -> history.captures(commandId);
            case 3 -> history.cancels(commandId, random.nextBoolean());
            case 4 -> history.gives(commandId, "r" + random.nextInt(3), 1 + random.nextInt(9_000));
            case 5 -> stripe.clientActs();
            case 6 -> stripe.intent().ifPresent(seen -> history.step(new PaymentInput.IntentSeen(seen)));
            case 7 -> stripe.operatorRefunds();
            case 8 -> seesRefunds(history, stripe);
            default -> {
                if (call != null) {
                    history.callEnds(stripe.answer(history.payment(), call));
                }
            }
        }
    }

    private static void seesRefunds(History history, ModelStripe stripe) {
        stripe.refunds().forEach(seen -> history.step(new PaymentInput.RefundSeen(seen)));
    }

    /** The faults heal: calls are answered, and what Stripe knows is read. */
    private static void settle(History history, ModelStripe stripe) {
        stripe.heal();
        for (int i = 0; i < 40; i++) {
            Call call = history.payment().work().call();
            if (call != null) {
                history.callEnds(stripe.answer(history.payment(), call));
            }
            stripe.intent().ifPresent(seen -> history.step(new PaymentInput.IntentSeen(seen)));
            seesRefunds(history, stripe);
        }
    }

    private static void check(String where, Payment payment, ModelStripe stripe) {
        assertThat(payment.conversation().open()).as(where).isEmpty();
        assertThat(payment.work().call()).as(where).isNull();
        assertThat(payment.facts().refunded()).as(where).isEqualTo(stripe.refunded());
        assertThat(stripe.created()).as(where).isLessThanOrEqualTo(1);
        if (payment.aimsAt(Goal.GIVE_UP)) {
            assertThat(stripe.captured() - stripe.refunded()).as(where).isZero();
            assertThat(payment.facts().is(IntentState.AUTHORIZED)).as(where).isFalse();
        }
        if (stripe.captured() > 0) {
            assertThat(Objects.requireNonNull(payment.facts().intent()).captured())
                    .as(where)
                    .isEqualTo(stripe.captured());
        }
    }
}
