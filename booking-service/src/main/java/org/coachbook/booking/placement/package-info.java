/** Placing a booking: the signed quote, the idempotency key, the wait for the outcome. */
@NullMarked
package org.coachbook.booking.placement;

import org.jspecify.annotations.NullMarked;
