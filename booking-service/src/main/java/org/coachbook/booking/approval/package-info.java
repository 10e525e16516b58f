/** The coach accepts or declines a request. */
@NullMarked
package org.coachbook.booking.approval;

import org.jspecify.annotations.NullMarked;
