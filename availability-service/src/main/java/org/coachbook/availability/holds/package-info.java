/** Holding a time for ten minutes. */
@NullMarked
package org.coachbook.availability.holds;

import org.jspecify.annotations.NullMarked;
