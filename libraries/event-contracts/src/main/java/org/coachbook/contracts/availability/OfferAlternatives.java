package org.coachbook.contracts.availability;

import java.time.Instant;
import java.util.List;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Keep other times for a booking until one of them is chosen: all of them or none. One is taken with {@link ConfirmSlot},
 * the others are given back with {@link ReleaseSlot}.
 *
 * @param releasedReservationId the requested time, which is given up in the same write; null where it is kept
 * @param releasedStart its start
 * @param expiresAt when the times lapse
 * @param besidesReservationId a booked time that goes when one of these is taken, so that it is neither in their way nor
 *     counted by caps; null where there is none
 */
@Contract(type = "availability.offer-alternatives.v1", topic = Topics.AVAILABILITY_COMMANDS)
public record OfferAlternatives(
        String bookingId,
        String coachId,
        String clientId,
        String sessionTypeId,
        int durationMinutes,
        List<Alternative> alternatives,
        @Nullable String releasedReservationId,
        @Nullable Instant releasedStart,
        Instant expiresAt,
        @Nullable String besidesReservationId) {}
