/** Names of session types, which availability-service owns. */
@NullMarked
package org.coachbook.booking.sessiontypes;

import org.jspecify.annotations.NullMarked;
