/** Editing a schedule over HTTP. */
@NullMarked
package org.coachbook.availability.hours;

import org.jspecify.annotations.NullMarked;
