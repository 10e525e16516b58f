/** What the two parties and other services may see of a booking. */
@NullMarked
package org.coachbook.booking.reading;

import org.jspecify.annotations.NullMarked;
