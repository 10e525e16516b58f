package org.coachbook.gateway.sessions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long people stay signed in. */
@ConfigMapping(prefix = "coachbook.sessions")
public interface SessionConfig {
    /** How long a refresh token may lie unused. */
    @WithDefault("P30D")
    Duration idle();

    /** After how long a person has to log in again in any case. */
    @WithDefault("P180D")
    Duration longest();
}
