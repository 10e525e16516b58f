package org.coachbook.pricing.quotes;

import org.coachbook.contracts.availability.Visibility;

/**
 * What a viewer may see of a coach's offer.
 *
 * @param owner whether he is the coach himself
 * @param connected whether he has an accepted connection to the coach
 */
record Sight(boolean owner, boolean connected) {
    /** A private calendar shows itself to the coach's connected clients, whom he lets book. */
    boolean covers(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> true;
            case CONNECTED, PRIVATE -> owner || connected;
        };
    }
}
