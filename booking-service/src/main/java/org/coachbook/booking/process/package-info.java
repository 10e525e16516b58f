/** The booking and its process as pure functions: what is decided, and what is sent because of it. */
@NullMarked
package org.coachbook.booking.process;

import org.jspecify.annotations.NullMarked;
