/** Calendar entries (iCalendar) that travel with e-mail. */
@NullMarked
package org.coachbook.notification.calendar;

import org.jspecify.annotations.NullMarked;
