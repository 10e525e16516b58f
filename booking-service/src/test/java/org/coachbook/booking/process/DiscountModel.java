package org.coachbook.booking.process;

import java.util.Random;
import org.coachbook.contracts.pricing.RedeemDiscounts;

/** A code with uses to give, as pricing-service keeps it: what was returned is never redeemed again. */
final class DiscountModel {
    enum State {
        UNUSED,
        USED,
        RETURNED
    }

    private final Random random;
    State state = State.UNUSED;

    DiscountModel(Random random) {
        this.random = random;
    }

    Reply handle(Record command) {
        return command instanceof RedeemDiscounts ? redeem() : giveBack();
    }

    private Reply redeem() {
        if (state == State.UNUSED && random.nextInt(8) > 0) {
            state = State.USED;
        }
        return state == State.USED ? Answers.REDEEMED : Answers.NOT_REDEEMED;
    }

    private Reply giveBack() {
        state = State.RETURNED;
        return Answers.RETURNED;
    }
}
