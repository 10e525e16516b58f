package org.coachbook.chassis.outbox;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The messages of one document for one topic, which leave one after the other. It holds a message until it is taken out
 * of the document, so that it is not sent twice meanwhile. {@link OutboxLanes} guards it.
 */
final class OutboxLane {
    /** Which document and topic. */
    record Key(String documentId, String topic) {}

    private final Set<String> held = new HashSet<>();
    private final Deque<OutboxMessage> unsent = new ArrayDeque<>();
    /** What a slow writer shows late may be sent and taken out already. */
    private long newest = Long.MIN_VALUE;

    private boolean sending;
    private boolean broken;

    boolean holdsAny(Collection<OutboxMessage> messages) {
        return messages.stream().anyMatch(message -> held.contains(message.id()));
    }

    /** Queues those that are new, in this order; answers what is to be sent now. */
    Optional<OutboxMessage> add(List<OutboxMessage> inOrder) {
        if (broken) {
            return Optional.empty();
        }
        inOrder.stream().filter(message -> message.sequence() > newest).forEach(this::queue);
        return sending ? Optional.empty() : next();
    }

    private void queue(OutboxMessage message) {
        newest = message.sequence();
        held.add(message.id());
        unsent.add(message);
    }

    /** After an acknowledgement: what is to be sent now. */
    Optional<OutboxMessage> next() {
        Optional<OutboxMessage> next = Optional.ofNullable(unsent.poll());
        sending = next.isPresent();
        return next;
    }

    /** Sends nothing any more; what was not acknowledged is left to the poller. */
    void breakAt(OutboxMessage failed) {
        broken = true;
        held.remove(failed.id());
        unsent.forEach(message -> held.remove(message.id()));
        unsent.clear();
    }

    /** The message is no longer in the document; answers whether the lane is done with. */
    boolean settled(String messageId) {
        held.remove(messageId);
        return isDone();
    }

    boolean isDone() {
        return held.isEmpty();
    }
}
