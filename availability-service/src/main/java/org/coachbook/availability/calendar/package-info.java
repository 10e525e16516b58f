/** Time arithmetic of calendars: ranges, local windows, grids, recurrences and ISO weeks. Pure. */
@NullMarked
package org.coachbook.availability.calendar;

import org.jspecify.annotations.NullMarked;
