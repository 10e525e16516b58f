/** Bookings and the saga that places, moves and ends them. */
@NullMarked
package org.coachbook.booking;

import org.jspecify.annotations.NullMarked;
