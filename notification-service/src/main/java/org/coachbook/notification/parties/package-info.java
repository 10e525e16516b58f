/** Who the two parties to a booking are, and how far its events were told. */
@NullMarked
package org.coachbook.notification.parties;

import org.jspecify.annotations.NullMarked;
