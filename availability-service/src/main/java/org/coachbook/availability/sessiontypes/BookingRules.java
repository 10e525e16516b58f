package org.coachbook.availability.sessiontypes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.coachbook.contracts.availability.BookingMode;
import org.jspecify.annotations.Nullable;

/**
 * When a booking is firm without the coach's answer.
 *
 * @param firmBookingThresholdHours elapsed hours before the start, exactly met is enough
 * @param requireApprovalNonConnected whether clients who are not connected always have to ask
 */
public record BookingRules(
        boolean allowFirmBooking, int firmBookingThresholdHours, boolean requireApprovalNonConnected) {
    @JsonCreator
    static BookingRules of(
            @JsonProperty("allowFirmBooking") @Nullable Boolean allowFirmBooking,
            @JsonProperty("firmBookingThresholdHours") @Nullable Integer firmBookingThresholdHours,
            @JsonProperty("requireApprovalNonConnected") @Nullable Boolean requireApprovalNonConnected) {
        return new BookingRules(
                allowFirmBooking == null || allowFirmBooking,
                firmBookingThresholdHours == null ? 24 : firmBookingThresholdHours,
                requireApprovalNonConnected == null || requireApprovalNonConnected);
    }

    /**
     * Decides the mode of a booking.
     *
     * @param connected whether client and coach are connected
     * @param instant whether the whole session lies in times that the coach opened for instant booking
     */
    public BookingMode mode(Instant start, Instant now, boolean connected, boolean instant) {
        boolean earlyEnough =
                !start.minus(Duration.ofHours(firmBookingThresholdHours)).isBefore(now);
        boolean trusted = connected || !requireApprovalNonConnected;
        return allowFirmBooking && earlyEnough && trusted && instant ? BookingMode.FIRM : BookingMode.REQUEST;
    }
}
