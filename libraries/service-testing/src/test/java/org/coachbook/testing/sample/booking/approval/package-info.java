/** Part of a sample service. */
@NullMarked
package org.coachbook.testing.sample.booking.approval;

import org.jspecify.annotations.NullMarked;
