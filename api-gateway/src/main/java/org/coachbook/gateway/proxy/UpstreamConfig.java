package org.coachbook.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Connections to the services. */
@ConfigMapping(prefix = "coachbook.upstream")
public interface UpstreamConfig {
    /** How long a service may take to begin its answer, and to continue it. */
    @WithDefault("PT30S")
    Duration timeout();

    /** How long a connection, or a free one of the pool, may take. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /** Connections to one service. */
    @WithDefault("256")
    int connections();

    /** Requests that wait for one of them. */
    @WithDefault("2048")
    int waiting();
}
