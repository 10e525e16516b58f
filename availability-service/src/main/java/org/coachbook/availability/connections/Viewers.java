package org.coachbook.availability.connections;

import jakarta.enterprise.context.ApplicationScoped;
import org.coachbook.availability.connections.Viewer.Standing;
import org.coachbook.chassis.identity.Caller;
import org.coachbook.chassis.identity.CurrentCaller;

/** Finds out how somebody stands to a coach. */
@ApplicationScoped
public class Viewers {
    private final Connections connections;

    Viewers(Connections connections) {
        this.connections = connections;
    }

    /** The request's caller, who may be nobody, as a viewer of this coach. */
    public Viewer of(String coachId, CurrentCaller caller) {
        return caller.optional()
                .map(Caller::subject)
                .map(userId -> of(coachId, userId))
                .orElseGet(() -> new Viewer(null, Standing.STRANGER));
    }

    /** A person as a viewer of this coach. */
    public Viewer of(String coachId, String userId) {
        Standing standing = coachId.equals(userId)
                ? Standing.COACH
                : connections
                        .between(coachId, userId)
                        .map(Connection::clientsStanding)
                        .orElse(Standing.STRANGER);
        return new Viewer(userId, standing);
    }
}
