/** Turns the public events into inbox entries, e-mail jobs and kept frames. */
@NullMarked
package org.coachbook.notification.telling;

import org.jspecify.annotations.NullMarked;
