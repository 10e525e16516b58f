/** A coach's schedule: weekly hours, dated openings and closures, and when they are open. */
@NullMarked
package org.coachbook.availability.schedules;

import org.jspecify.annotations.NullMarked;
