/** Cancelling: the refund shown before, and the same refund done. */
@NullMarked
package org.coachbook.booking.cancellation;

import org.jspecify.annotations.NullMarked;
