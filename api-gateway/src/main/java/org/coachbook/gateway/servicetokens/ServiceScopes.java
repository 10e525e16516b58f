package org.coachbook.gateway.servicetokens;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What each service may read of the others. */
final class ServiceScopes {
    private static final Map<String, Set<String>> OF = Map.of(
            "booking-service", Set.of("session-types:read"),
            "notification-service", Set.of("accounts:read", "bookings:read", "invitations:read", "session-types:read"),
            "payment-service", Set.of("accounts:read"),
            "pricing-service", Set.of("accounts:read", "session-types:read", "bookings:read"));

    private ServiceScopes() {}

    /** The service's scopes in alphabetical order; none for a service that needs none. */
    static Set<String> of(String service) {
        return new TreeSet<>(OF.getOrDefault(service, Set.of()));
    }
}
