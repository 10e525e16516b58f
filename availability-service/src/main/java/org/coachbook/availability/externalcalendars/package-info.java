/** Calendars kept elsewhere that a coach is busy by: read by address in the background, and as busy as his own. */
@NullMarked
package org.coachbook.availability.externalcalendars;

import org.jspecify.annotations.NullMarked;
