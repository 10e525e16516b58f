package org.coachbook.availability.sessiontypes;

import java.util.List;
import java.util.Objects;
import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.availability.SessionFormat;
import org.coachbook.contracts.availability.Visibility;
import org.jspecify.annotations.Nullable;

/** A session type as it is sent; all but name, format and duration may be left out. */
public record SessionTypeRequest(
        @Nullable String name,
        @Nullable String description,
        @Nullable String icon,
        @Nullable SessionFormat format,
        @Nullable Lengths duration,
        @Nullable Buffers buffers,
        @Nullable Capacity capacity,
        @Nullable Integer maxSessionsPerDay,
        @Nullable Integer maxSessionsPerWeek,
        @Nullable Visibility calendarVisibility,
        @Nullable BookingRules bookingRules,
        @Nullable PaymentTiming paymentTiming,
        @Nullable Location location,
        @Nullable CancellationPolicy cancellationPolicy,
        @Nullable RecurringOptions recurringOptions,
        @Nullable SessionNotifications notifications,
        @Nullable List<Material> materials,
        @Nullable Boolean active) {

    /** The settings with defaults for what was left out; to be called on a request without errors. */
    SessionSettings toSettings() {
        return new SessionSettings(
                Objects.requireNonNull(name).strip(),
                or(description, ""),
                icon,
                Objects.requireNonNull(format),
                Objects.requireNonNull(duration),
                or(buffers, new Buffers(Buffers.DEFAULT_MINUTES, Buffers.DEFAULT_MINUTES)),
                or(capacity, new Capacity(1, 1, null)),
                maxSessionsPerDay,
                maxSessionsPerWeek,
                or(calendarVisibility, Visibility.PUBLIC),
                or(bookingRules, BookingRules.of(null, null, null)),
                or(paymentTiming, PaymentTiming.IMMEDIATE),
                or(location, new Location(Location.Kind.ONLINE, null)),
                or(cancellationPolicy, CancellationPolicy.standard()),
                or(recurringOptions, RecurringOptions.of(null, null, null)),
                or(notifications, SessionNotifications.of(null, null)),
                materials == null ? List.of() : List.copyOf(materials),
                active == null || active);
    }

    private static <T> T or(@Nullable T value, T standard) {
        return value == null ? standard : value;
    }
}
