package org.coachbook.availability.connections;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.coachbook.chassis.http.Problem;

/** Asking for connections, answering and ending them. */
@ApplicationScoped
public class Connections {
    private static final int TRIES = 5;

    private final ConnectionRepository repository;

    Connections(ConnectionRepository repository) {
        this.repository = repository;
    }

    /** The connection of the two, if there is or was one. */
    Optional<Connection> between(String coachId, String clientId) {
        return repository.find(Connection.idOf(coachId, clientId));
    }

    /** The coach's connections with some clients, by the client's id. */
    Map<String, Connection> between(String coachId, Set<String> clientIds) {
        Set<String> ids =
                clientIds.stream().map(id -> Connection.idOf(coachId, id)).collect(Collectors.toSet());
        return repository.findAll(ids).stream().collect(Collectors.toMap(Connection::clientId, known -> known));
    }

    boolean isBlocked(String coachId, String clientId) {
        return between(coachId, clientId).filter(Connection::blocked).isPresent();
    }

    /** Asks in the name of {@code by}, who is one of the two; answers the connection as it then is. */
    Connection request(String coachId, String clientId, String by) {
        Connection first = Connection.requested(coachId, clientId, by);
        return repository.insert(first) ? first : change(first.id(), known -> known.requestedAgain(by));
    }

    /** The coach wants nothing to do with this client, whatever was between them. */
    Connection block(String coachId, String clientId) {
        Connection first = Connection.blocked(coachId, clientId);
        return repository.insert(first)
                ? first
                : change(first.id(), known -> known.blocked() ? known : known.now(Connection.Status.BLOCKED));
    }

    /**
     * The client accepts the coach's mailed invitation; repeated, nothing changes. Whom the coach blocked learns that
     * there is none.
     */
    Connection join(String coachId, String clientId, String invitation) {
        Connection first = Connection.joined(coachId, clientId, invitation);
        return repository.insert(first)
                ? first
                : change(first.id(), known -> {
                    if (known.blocked()) {
                        throw Problem.notFound("invitation").asException();
                    }
                    return known.joinedBy(invitation);
                });
    }

    /**
     * Changes a connection in the name of {@code by}, who at that very moment may know of it: a coach may be blocking his
     * client meanwhile.
     */
    Connection change(String id, String by, UnaryOperator<Connection> change) {
        return change(id, known -> {
            if (!known.isKnownTo(by)) {
                throw notFound().asException();
            }
            return change.apply(known);
        });
    }

    /** Changes a connection; where {@code change} answers the same one, nothing is written. */
    private Connection change(String id, UnaryOperator<Connection> change) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Connection known = repository.find(id).orElseThrow(() -> notFound().asException());
            Connection changed = change.apply(known);
            if (changed.equals(known) || repository.replace(changed)) {
                return changed;
            }
        }
        throw Problem.tryAgain().asException();
    }

    private static Problem notFound() {
        return Problem.notFound("connection");
    }
}
