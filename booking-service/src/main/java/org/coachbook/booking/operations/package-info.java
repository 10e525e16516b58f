/** The operator's view of sagas. */
@NullMarked
package org.coachbook.booking.operations;

import org.jspecify.annotations.NullMarked;
