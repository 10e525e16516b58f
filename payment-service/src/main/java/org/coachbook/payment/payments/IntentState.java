package org.coachbook.payment.payments;

/** The states of Stripe's PaymentIntent that differ for us. */
public enum IntentState {
    /** {@code requires_payment_method}, {@code requires_confirmation}, {@code requires_action}. */
    UNPAID(0),
    PROCESSING(0),
    /** {@code requires_capture}. */
    AUTHORIZED(1),
    /** {@code succeeded}. */
    CAPTURED(2),
    /** {@code canceled}. */
    CANCELLED(2);

    private final int rank;

    IntentState(int rank) {
        this.rank = rank;
    }

    /** Whether an observation of {@code other} cannot be older than one of this state; final states have no successor. */
    boolean mayBecome(IntentState other) {
        return rank < 2 ? other.rank >= rank : other == this;
    }

    /** Whether the client's money is reserved or taken. */
    public boolean paid() {
        return this == AUTHORIZED || this == CAPTURED;
    }

    /** Whether it has no successor. */
    public boolean ended() {
        return rank == 2;
    }
}
