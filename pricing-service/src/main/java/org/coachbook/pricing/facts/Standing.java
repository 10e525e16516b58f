package org.coachbook.pricing.facts;

import org.coachbook.contracts.account.ConnectionChanged;
import org.coachbook.contracts.availability.Visibility;

/** How somebody stands to a coach, the closer the later; availability-service, which decides bookings, has the same. */
public enum Standing {
    BLOCKED,
    STRANGER,
    CONNECTED,
    INVITED,
    COACH;

    /**
     * How a connection's client stands to its coach. Of connections from before it was told who asked we cannot know
     * whether the coach did; their clients see what they saw until then, and the reservation decides.
     */
    static Standing of(ConnectionChanged connection) {
        return switch (connection.status()) {
            case "accepted" ->
                connection.requestedBy() == null || connection.requestedBy().equals(connection.coachId())
                        ? INVITED
                        : CONNECTED;
            case "blocked" -> BLOCKED;
            default -> STRANGER;
        };
    }

    /** Whether such a thing may be seen; {@code private} is for those whom the coach invited himself. */
    public boolean maySee(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> this != BLOCKED;
            case CONNECTED -> compareTo(CONNECTED) >= 0;
            case PRIVATE -> compareTo(INVITED) >= 0;
        };
    }

    /** Whether it is a client's who has an accepted connection. */
    public boolean isConnectedClient() {
        return this == CONNECTED || this == INVITED;
    }
}
