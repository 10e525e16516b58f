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
     * How a connection's client stands to its coach. Older facts do not tell whether the coach wanted him: then who asked
     * counts, and of those from before even that was told, clients see what they saw, and the reservation decides.
     */
    static Standing of(ConnectionChanged connection) {
        return switch (connection.status()) {
            case "accepted" -> wanted(connection) ? INVITED : CONNECTED;
            case "blocked" -> BLOCKED;
            default -> STRANGER;
        };
    }

    private static boolean wanted(ConnectionChanged connection) {
        Boolean told = connection.invited();
        return told == null
                ? connection.requestedBy() == null || connection.requestedBy().equals(connection.coachId())
                : told;
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
