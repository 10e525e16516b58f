package org.coachbook.availability.sessiontypes;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A session type as it is answered. */
public record SessionTypeView(
        String id,
        String coachId,
        long version,
        @JsonUnwrapped SessionSettings settings) {
    /** With everything, for its coach. */
    static SessionTypeView full(SessionType type) {
        return new SessionTypeView(type.id(), type.coachId(), type.version(), type.settings());
    }

    /** Without what only the two parties of a booking may know. */
    static SessionTypeView visible(SessionType type) {
        return new SessionTypeView(
                type.id(), type.coachId(), type.version(), type.settings().withoutLocationDetails());
    }
}
