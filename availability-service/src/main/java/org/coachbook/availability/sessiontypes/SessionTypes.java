package org.coachbook.availability.sessiontypes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.coachbook.availability.sharing.SharedReads;

/** The session types, for the other features. */
@ApplicationScoped
public class SessionTypes {
    private final SharedReads<String, Optional<SessionType>> reads;

    SessionTypes(SessionTypeRepository repository) {
        this.reads = new SharedReads<>(repository::find);
    }

    /** The session type with this id, also when it cannot be booked any more. */
    public Optional<SessionType> find(String id) {
        return reads.get(id);
    }

    /** The coach's session type with this id that can be booked. */
    public Optional<SessionType> bookable(String coachId, String id) {
        return find(id).filter(type -> type.coachId().equals(coachId) && type.bookable());
    }
}
