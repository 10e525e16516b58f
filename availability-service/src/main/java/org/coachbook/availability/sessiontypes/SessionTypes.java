package org.coachbook.availability.sessiontypes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coachbook.availability.sharing.SharedReads;

/** The session types, for the other features. */
@ApplicationScoped
public class SessionTypes {
    private final SessionTypeRepository repository;
    private final SharedReads<String, Optional<SessionType>> reads;

    SessionTypes(SessionTypeRepository repository) {
        this.repository = repository;
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

    /** Whether these are all session types of the coach, be it that he has removed some. */
    public boolean areAllOf(String coachId, Collection<String> ids) {
        return repository.areAllOf(coachId, Set.copyOf(ids));
    }

    /** All session types of the coach that can be booked. */
    public List<SessionType> bookable(String coachId) {
        return repository.ofCoach(coachId).stream()
                .filter(SessionType::bookable)
                .toList();
    }
}
