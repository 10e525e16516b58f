/** Commands that reserve, extend, confirm and release a time for a booking. */
@NullMarked
package org.coachbook.availability.reservations;

import org.jspecify.annotations.NullMarked;
