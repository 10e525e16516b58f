package org.coachbook.pricing.redemption;

import java.util.Optional;
import java.util.function.LongFunction;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.pricing.DiscountKind;

/** Where one kind of what can be redeemed is kept. A use is one conditional write, which also sends the answer. */
public interface Redeemables<T extends Redeemable> {
    DiscountKind kind();

    Optional<T> find(String id);

    /**
     * Counts a use; false when it is not the one any more that allowed it.
     *
     * @param answer sent with the use, given its sequence
     */
    boolean use(T known, Use use, LongFunction<OutboxMessage> answer);

    /**
     * Gives a use back, also one that never was; false when it changed meanwhile.
     *
     * @param byClient whether it is by the client's own act that it comes back
     */
    boolean giveBack(T known, Use use, boolean byClient, LongFunction<OutboxMessage> answer);
}
