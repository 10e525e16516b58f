/** Runs the process: stores what was decided with the messages it causes, and fires timers. */
@NullMarked
package org.coachbook.booking.running;

import org.jspecify.annotations.NullMarked;
