package org.coachbook.payment.payments;

import java.util.List;

/**
 * What follows from an input.
 *
 * @param after the payment as it shall be written; the same object when nothing changes
 */
public record Decision(Payment after, List<Outgoing> messages) {
    /** The same for those who follow the public events and wait for no answer. */
    Decision withoutReplies() {
        return new Decision(
                after, messages.stream().filter(message -> !message.isReply()).toList());
    }
}
