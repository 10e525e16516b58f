package org.coachbook.contracts.availability;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a session type that others decide by. Compacted by session type.
 *
 * @param longestSeries how many sessions a series of it may have, 1 where it is not booked as a series; null in facts
 *     from before it was told
 */
@Contract(type = "availability.session-type-changed.v1", topic = Topics.SESSION_TYPE_CHANGES)
public record SessionTypeChanged(
        String coachId,
        DurationRule duration,
        Visibility visibility,
        boolean active,
        SessionTerms terms,
        @Nullable Integer longestSeries) {}
