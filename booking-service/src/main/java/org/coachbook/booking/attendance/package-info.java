/** What the coach says about a session that is over. */
@NullMarked
package org.coachbook.booking.attendance;

import org.jspecify.annotations.NullMarked;
