package org.coachbook.availability.sessiontypes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.availability.SessionFormat;
import org.coachbook.contracts.availability.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * What a coach decides about a session type.
 *
 * @param maxSessionsPerDay cap over sessions of this type, null for none
 */
public record SessionSettings(
        String name,
        String description,
        @Nullable String icon,
        SessionFormat format,
        @JsonProperty("duration") Lengths duration,
        Buffers buffers,
        Capacity capacity,
        @Nullable Integer maxSessionsPerDay,
        @Nullable Integer maxSessionsPerWeek,
        Visibility calendarVisibility,
        BookingRules bookingRules,
        PaymentTiming paymentTiming,
        Location location,
        CancellationPolicy cancellationPolicy,
        RecurringOptions recurringOptions,
        SessionNotifications notifications,
        List<Material> materials,
        boolean active) {

    /** The same settings as people other than the two parties see them. */
    SessionSettings withoutLocationDetails() {
        return with(location.withoutDetails(), active);
    }

    /** The same settings, not bookable any more. */
    SessionSettings retired() {
        return with(location, false);
    }

    /** Whether everything that decides about free times is the same. */
    boolean offerTheTimesOf(SessionSettings other) {
        return duration.equals(other.duration)
                && buffers.equals(other.buffers)
                && capacity.equals(other.capacity)
                && Objects.equals(maxSessionsPerDay, other.maxSessionsPerDay)
                && Objects.equals(maxSessionsPerWeek, other.maxSessionsPerWeek)
                && calendarVisibility == other.calendarVisibility;
    }

    private SessionSettings with(Location otherLocation, boolean otherActive) {
        return new SessionSettings(
                name,
                description,
                icon,
                format,
                duration,
                buffers,
                capacity,
                maxSessionsPerDay,
                maxSessionsPerWeek,
                calendarVisibility,
                bookingRules,
                paymentTiming,
                otherLocation,
                cancellationPolicy,
                recurringOptions,
                notifications,
                materials,
                otherActive);
    }
}
