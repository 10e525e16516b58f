package org.coachbook.payment.payments;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.jspecify.annotations.Nullable;

/** A message that a decision causes. */
public sealed interface Outgoing {
    /** Whether it is for the booking process, which asked, and for nobody else. */
    boolean isReply();

    /**
     * A reply or a public event.
     *
     * @param payload a record of the contracts
     * @param inReplyTo the command it answers; null when nobody asked
     */
    record Say(Record payload, @Nullable String inReplyTo) implements Outgoing {
        @Override
        public boolean isReply() {
            Contract contract = payload.getClass().getAnnotation(Contract.class);
            return contract != null && contract.topic().equals(Topics.BOOKING_REPLIES);
        }
    }

    /** A reply given before, given once more. */
    record Repeat(Answer answer) implements Outgoing {
        @Override
        public boolean isReply() {
            return true;
        }
    }
}
