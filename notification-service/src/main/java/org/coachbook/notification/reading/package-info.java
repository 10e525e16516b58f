/** Reads what belongs to other services, when it is used, and keeps it for a while. */
@NullMarked
package org.coachbook.notification.reading;

import org.jspecify.annotations.NullMarked;
