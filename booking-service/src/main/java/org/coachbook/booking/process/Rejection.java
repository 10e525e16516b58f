package org.coachbook.booking.process;

import java.util.List;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.SlotRefused;
import org.coachbook.contracts.availability.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * Why a booking was rejected, kept so that a repeated request gets the same answer.
 *
 * @param calendarReason the calendar's reason where the time could not be had
 * @param nearest the nearest free times
 */
public record Rejection(RejectionReason reason, @Nullable RefusalReason calendarReason, List<TimeRange> nearest) {
    static Rejection by(SlotRefused refused) {
        return new Rejection(RejectionReason.SLOT_REFUSED, refused.reason(), refused.nearest());
    }

    /** The time had been given up before it was asked for. */
    static Rejection released() {
        return new Rejection(RejectionReason.SLOT_REFUSED, RefusalReason.RELEASED, List.of());
    }

    static Rejection of(RejectionReason reason) {
        return new Rejection(reason, null, List.of());
    }
}
