package org.coachbook.availability.connections;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.coachbook.availability.connections.Viewer.Standing;
import org.coachbook.chassis.identity.Caller;
import org.coachbook.chassis.identity.CurrentCaller;
import org.jspecify.annotations.Nullable;

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
        return Objects.requireNonNull(of(coachId, Set.of(userId)).get(userId));
    }

    /** People as viewers of this coach, each by his id, with one read. */
    public Map<String, Viewer> of(String coachId, Set<String> userIds) {
        Map<String, Connection> known = connections.between(coachId, userIds);
        return userIds.stream().collect(Collectors.toMap(id -> id, id -> viewer(coachId, id, known.get(id))));
    }

    private static Viewer viewer(String coachId, String userId, @Nullable Connection connection) {
        if (coachId.equals(userId)) {
            return new Viewer(userId, Standing.COACH);
        }
        return new Viewer(userId, connection == null ? Standing.STRANGER : connection.clientsStanding());
    }
}
