/** Part of a sample service. */
@NullMarked
package org.coachbook.testing.sample.booking.placement;

import org.jspecify.annotations.NullMarked;
