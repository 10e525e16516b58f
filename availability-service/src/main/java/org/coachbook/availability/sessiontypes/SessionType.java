package org.coachbook.availability.sessiontypes;

import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.contracts.availability.SessionTerms;
import org.coachbook.contracts.availability.SessionTypeChanged;

/**
 * Something that can be booked with a coach.
 *
 * @param version counts the edits from 1, and the messages about them
 * @param deleted whether its coach removed it; it stays readable for what was booked with it
 */
public record SessionType(@BsonId String id, String coachId, long version, SessionSettings settings, boolean deleted) {

    /** Whether it can be booked at all. */
    public boolean bookable() {
        return settings.active() && !deleted;
    }

    /** What a reservation keeps of it. */
    public SessionTerms terms() {
        return new SessionTerms(
                id,
                version,
                settings.format(),
                settings.paymentTiming(),
                settings.buffers().beforeMinutes(),
                settings.buffers().afterMinutes(),
                settings.bookingRules().firmBookingThresholdHours(),
                settings.cancellationPolicy().tiers(),
                settings.capacity().minimum());
    }

    /** Whether it could be booked at the same times before it was edited, by the same people. */
    boolean isFreeAtTheTimesOf(SessionType before) {
        return bookable() == before.bookable() && settings.offerTheTimesOf(before.settings);
    }

    SessionTypeChanged asFact() {
        return new SessionTypeChanged(
                coachId,
                settings.duration().asRule(),
                settings.calendarVisibility(),
                bookable(),
                terms(),
                settings.recurringOptions().longestSeries());
    }

    SessionType edited(SessionSettings other, boolean removed) {
        return new SessionType(id, coachId, version + 1, other, removed);
    }
}
