/** The clock and the polling loop. */
@NullMarked
package org.coachbook.chassis.time;

import org.jspecify.annotations.NullMarked;
