/** What the booking process announces to everybody: thin, without personal data. */
@NullMarked
package org.coachbook.contracts.booking;

import org.jspecify.annotations.NullMarked;
