package org.coachbook.chassis.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Bounds the requests under way, because the executor of virtual threads has no bound of its own: one too many is
 * answered 503 with {@code Retry-After} instead of piling up behind the database.
 */
class ConcurrencyLimit {
    private static final String ENTERED = ConcurrencyLimit.class.getName();

    private final Semaphore places;

    ConcurrencyLimit(@ConfigProperty(name = "coachbook.http.concurrency", defaultValue = "1024") int limit) {
        this.places = new Semaphore(limit);
    }

    @ServerRequestFilter(priority = 0)
    void enter(ContainerRequestContext request) {
        if (!places.tryAcquire()) {
            throw Problem.tryAgain().asException();
        }
        request.setProperty(ENTERED, true);
    }

    @ServerResponseFilter
    void leave(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ENTERED) != null) {
            request.removeProperty(ENTERED);
            places.release();
        }
    }
}
