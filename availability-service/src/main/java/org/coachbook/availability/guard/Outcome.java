package org.coachbook.availability.guard;

import org.coachbook.contracts.availability.RefusalReason;

/** What became of an attempt to reserve. */
public sealed interface Outcome {
    /** The time is taken now; its messages are on their way. */
    record Taken(Entry entry) implements Outcome {}

    /** It was taken before under the same id; nothing was changed. */
    record Repeated(Entry entry, long sequence) implements Outcome {}

    /**
     * It cannot be had; nothing was changed.
     *
     * @param sequence of the last message that the week had sent, 1 where there is none
     */
    record Refused(RefusalReason reason, long sequence) implements Outcome, Planned {
        /** A refusal that no week was asked about. */
        public static Refused because(RefusalReason reason) {
            return new Refused(reason, 1);
        }
    }
}
