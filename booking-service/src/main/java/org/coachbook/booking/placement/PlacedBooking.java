package org.coachbook.booking.placement;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.coachbook.booking.reading.BookingView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A placed booking.
 *
 * @param paymentIntentClientSecret for the client's own page to pay with, only while the booking awaits payment
 */
@Schema(name = "PlacedBooking")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlacedBooking(BookingView booking, @Nullable String paymentIntentClientSecret) {}
