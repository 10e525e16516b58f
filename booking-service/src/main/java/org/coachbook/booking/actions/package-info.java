/** What people do to a booking, and how a refusal is answered. */
@NullMarked
package org.coachbook.booking.actions;

import org.jspecify.annotations.NullMarked;
