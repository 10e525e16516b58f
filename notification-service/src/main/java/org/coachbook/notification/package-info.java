/** Telling people: inbox, e-mail and live frames. */
@NullMarked
package org.coachbook.notification;

import org.jspecify.annotations.NullMarked;
