package org.coachbook.gateway.sessions;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.coachbook.chassis.http.Problem;
import org.coachbook.gateway.page.PublicAddress;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses what another site's page sends to {@code /api/auth}. */
class OwnOriginFilter {
    private final OwnOrigin origin;

    OwnOriginFilter(PublicAddress address) {
        this.origin = new OwnOrigin(address.origins());
    }

    @ServerRequestFilter(priority = 500)
    void refuseOtherSites(ContainerRequestContext request) {
        boolean usesCookie = request.getUriInfo().getPath().startsWith(RefreshCookie.PATH);
        boolean safe = request.getMethod().equals(HttpMethod.GET);
        if (usesCookie
                && !safe
                && !origin.permits(request.getHeaderString("Origin"), request.getHeaderString("Sec-Fetch-Site"))) {
            throw Problem.notAllowed("Signing in is possible on our own page only.")
                    .asException();
        }
    }
}
