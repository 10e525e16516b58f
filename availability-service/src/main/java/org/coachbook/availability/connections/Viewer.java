package org.coachbook.availability.connections;

import org.coachbook.chassis.http.Problem;
import org.coachbook.contracts.availability.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Someone who looks at a coach's calendar.
 *
 * @param userId null when nobody is signed in
 */
public record Viewer(@Nullable String userId, Standing standing) {
    /** How the viewer stands to the coach, the closer the later. */
    public enum Standing {
        BLOCKED,
        STRANGER,
        CONNECTED,
        INVITED,
        COACH
    }

    public boolean isCoach() {
        return standing == Standing.COACH;
    }

    /** Whether the two are connected, whoever asked. */
    public boolean isConnected() {
        return standing.compareTo(Standing.CONNECTED) >= 0;
    }

    /** Whether such a thing may be seen; {@code private} is for those whom the coach invited himself. */
    public boolean maySee(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> standing != Standing.BLOCKED;
            case CONNECTED -> standing.compareTo(Standing.CONNECTED) >= 0;
            case PRIVATE -> standing.compareTo(Standing.INVITED) >= 0;
        };
    }

    /** Ends the request where such a thing may not be seen: 401 when nobody is signed in, else 404. */
    public void require(Visibility visibility, String what) {
        if (!maySee(visibility)) {
            throw (userId == null ? Problem.notSignedIn() : Problem.notFound(what)).asException();
        }
    }
}
