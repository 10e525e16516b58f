/** The in-app inbox. */
@NullMarked
package org.coachbook.notification.inbox;

import org.jspecify.annotations.NullMarked;
