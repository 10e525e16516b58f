package org.coachbook.availability.sessiontypes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The session types, for the other features. */
@ApplicationScoped
public class SessionTypes {
    private final SessionTypeRepository repository;

    SessionTypes(SessionTypeRepository repository) {
        this.repository = repository;
    }

    /** The session type with this id, also when it cannot be booked any more. */
    public Optional<SessionType> find(String id) {
        return repository.find(id);
    }

    /** The coach's session type with this id that can be booked. */
    public Optional<SessionType> bookable(String coachId, String id) {
        return find(id).filter(type -> type.coachId().equals(coachId) && type.bookable());
    }
}
