package org.coachbook.chassis.identity;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.coachbook.chassis.http.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets nobody in by default: each method needs a caller unless it is {@link Public}, and his role or scope if named. */
class AccessControl {
    private static final String BEARER = "Bearer ";

    private final AccessTokens tokens;
    private final CurrentCaller current;

    AccessControl(AccessTokens tokens, CurrentCaller current) {
        this.tokens = tokens;
        this.current = current;
    }

    @ServerRequestFilter(priority = 1000)
    void admit(ContainerRequestContext request, ResourceInfo resource) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            identify(header);
        }
        if (annotation(resource, Public.class).isEmpty()) {
            Caller caller = current.get();
            annotation(resource, RequiresRole.class).ifPresent(role -> require(caller.hasRole(role.value())));
            annotation(resource, RequiresScope.class).ifPresent(scope -> require(caller.hasScope(scope.value())));
        }
    }

    private void identify(String header) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Problem.notSignedIn().asException();
        }
        String token = header.substring(BEARER.length()).strip();
        Caller caller =
                tokens.verify(token).orElseThrow(() -> Problem.notSignedIn().asException());
        current.set(caller, token);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw Problem.notAllowed("Your account does not have the right to do this.")
                    .asException();
        }
    }

    private static <A extends Annotation> Optional<A> annotation(ResourceInfo resource, Class<A> type) {
        @Nullable A onMethod = resource.getResourceMethod().getAnnotation(type);
        return Optional.ofNullable(
                onMethod == null ? resource.getResourceClass().getAnnotation(type) : onMethod);
    }
}
