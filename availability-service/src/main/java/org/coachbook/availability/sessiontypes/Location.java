package org.coachbook.availability.sessiontypes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where a session takes place.
 *
 * @param details address, link or number; for the two parties only, and never in a message
 */
public record Location(
        Kind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String details) {
    /** The kind of place. */
    public enum Kind {
        @JsonProperty("online")
        ONLINE,
        @JsonProperty("in_person")
        IN_PERSON,
        @JsonProperty("phone")
        PHONE
    }

    Location withoutDetails() {
        return new Location(kind, null);
    }
}
