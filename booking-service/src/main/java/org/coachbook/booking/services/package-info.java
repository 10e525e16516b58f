/** Asking the other services. */
@NullMarked
package org.coachbook.booking.services;

import org.jspecify.annotations.NullMarked;
