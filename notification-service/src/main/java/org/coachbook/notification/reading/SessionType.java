package org.coachbook.notification.reading;

import org.jspecify.annotations.Nullable;

/** A session type as availability-service shows it to services with scope {@code session-types:read}. */
public record SessionType(
        String id, String coachId, String name, @Nullable Location location) {
    /**
     * Where the session takes place.
     *
     * @param kind {@code online}, {@code in_person} or {@code phone}
     * @param details only for the two parties: a link, an address, a number
     */
    public record Location(String kind, @Nullable String details) {}
}
