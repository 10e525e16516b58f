package org.coachbook.payment.payments;

import org.jspecify.annotations.Nullable;

/**
 * A client's bank asks for the money back.
 *
 * @param id Stripe's
 * @param amount minor units that are disputed
 */
public record Dispute(String id, State state, long amount) {
    /** Where it stands. */
    public enum State {
        OPEN,
        /** The money stays, also where the bank had only inquired. */
        WON,
        /** The money is gone. */
        LOST
    }

    /** @param status as Stripe has it in {@code dispute.status} */
    public static Dispute of(String id, @Nullable String status, long amount) {
        State state =
                switch (status) {
                    case "lost" -> State.LOST;
                    case "won", "warning_closed", "prevented" -> State.WON;
                    case null, default -> State.OPEN;
                };
        return new Dispute(id, state, amount);
    }

    boolean isOver() {
        return state != State.OPEN;
    }
}
