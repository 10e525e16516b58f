/** The coach suggests other times than the requested one, and the client takes one of them or none. */
@NullMarked
package org.coachbook.booking.suggestions;

import org.jspecify.annotations.NullMarked;
