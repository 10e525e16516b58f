package org.coachbook.gateway.ratelimit;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.coachbook.chassis.http.Problem;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells the real waiting time in {@code Retry-After}. */
class RetryAfterFilter {
    @ServerResponseFilter
    void tell(ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem
                && problem.more().get(SignInLimits.RETRY_AFTER) instanceof Long seconds) {
            response.getHeaders().putSingle("Retry-After", seconds);
        }
    }
}
