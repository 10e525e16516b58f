/** Staying signed in: registration, log-in, and the rotating refresh token. */
@NullMarked
package org.coachbook.gateway.sessions;

import org.jspecify.annotations.NullMarked;
