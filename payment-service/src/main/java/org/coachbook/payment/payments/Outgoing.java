package org.coachbook.payment.payments;

import org.jspecify.annotations.Nullable;

/** A message that a decision causes. */
public sealed interface Outgoing {
    /**
     * A reply or a public event.
     *
     * @param payload a record of the contracts
     * @param inReplyTo the command it answers; null when nobody asked
     */
    record Say(Record payload, @Nullable String inReplyTo) implements Outgoing {}

    /** A reply given before, given once more. */
    record Repeat(Answer answer) implements Outgoing {}
}
