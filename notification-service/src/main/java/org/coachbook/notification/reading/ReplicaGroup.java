package org.coachbook.notification.reading;

import java.util.UUID;

/** Consumer groups that a replica has for itself, so that it sees every message. */
public final class ReplicaGroup {
    private static final String REPLICA = UUID.randomUUID().toString();

    private ReplicaGroup() {}

    /** This replica's group for a purpose. */
    public static String of(String purpose) {
        return "notification-" + purpose + "-" + REPLICA;
    }
}
