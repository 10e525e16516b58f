package org.coachbook.contracts.availability;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The terms of a session type that others decide by. Compacted by session type.
 */
@Contract(type = "availability.session-type-changed.v1", topic = Topics.SESSION_TYPE_CHANGES)
public record SessionTypeChanged(
        String coachId, DurationRule duration, Visibility visibility, boolean active, SessionTerms terms) {}
