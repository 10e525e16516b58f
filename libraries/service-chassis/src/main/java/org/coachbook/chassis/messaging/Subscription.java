package org.coachbook.chassis.messaging;

import java.util.List;

/**
 * What a service listens to. Each bean of this type gets a consumer of its own: order is kept per partition, an offset
 * is committed after its message was handled, and what fails for a passing reason is tried again in place.
 */
public interface Subscription {
    /** The consumer group; replicas that share the work share the group. */
    String group();

    List<String> topics();

    /** Whether a new group starts with the oldest message rather than with the next one. */
    default boolean fromTheBeginning() {
        return true;
    }

    /**
     * Handles a message; called again with the same one after a crash or a passing failure, so its effect and its
     * memory of the message are one write.
     *
     * @throws PoisonMessage when it can never be handled
     */
    void handle(IncomingMessage message);
}
