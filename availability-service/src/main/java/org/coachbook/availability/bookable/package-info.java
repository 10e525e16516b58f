/** What can be booked: a session type in its coach's schedule, and how whoever wants it stands to the coach. */
@NullMarked
package org.coachbook.availability.bookable;

import org.jspecify.annotations.NullMarked;
