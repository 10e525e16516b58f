/** The calendar's truth: weeks with open windows and reservations, each reservation one conditional write. */
@NullMarked
package org.coachbook.availability.guard;

import org.jspecify.annotations.NullMarked;
