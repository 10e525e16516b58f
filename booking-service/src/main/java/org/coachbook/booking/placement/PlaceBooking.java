package org.coachbook.booking.placement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client orders. There is no status, price, fee or account here: the quote alone says what it costs.
 *
 * @param start UTC
 * @param quote the signed quote as pricing-service answered it
 * @param holdId the client's own hold to take over
 * @param timeZone IANA zone the client books in
 */
@Schema(name = "PlaceBooking")
record PlaceBooking(
        @NotBlank @Size(max = 100) String coachId,
        @NotBlank @Size(max = 100) String sessionTypeId,
        @NotNull Instant start,
        @Min(1) @Max(1440) int durationMinutes,
        @NotBlank @Size(max = 16_384) String quote,
        @Nullable @Size(max = 100) String holdId,
        @Nullable @Size(max = 200) String title,
        @Nullable @Size(max = 2000) String notes,
        @NotBlank @Size(max = 64) String timeZone) {}
