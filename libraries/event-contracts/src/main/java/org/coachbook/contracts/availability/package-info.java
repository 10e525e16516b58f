/** Commands to the calendar, its replies and what it announces. */
@NullMarked
package org.coachbook.contracts.availability;

import org.jspecify.annotations.NullMarked;
