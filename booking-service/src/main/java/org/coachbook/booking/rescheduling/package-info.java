/** A booked session gets another time. */
@NullMarked
package org.coachbook.booking.rescheduling;

import org.jspecify.annotations.NullMarked;
