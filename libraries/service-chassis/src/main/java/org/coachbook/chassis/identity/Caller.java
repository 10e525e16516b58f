package org.coachbook.chassis.identity;

import java.util.Set;

/**
 * Who calls, as the verified access token says.
 *
 * @param subject the user's id, or {@code service:<name>}
 * @param roles what a person may be addressed as, as the gateway gave them
 * @param scopes what a service may do
 */
public record Caller(String subject, Set<String> roles, Set<String> scopes) {
    /** Whether this is the person with that id. */
    public boolean is(String userId) {
        return subject.equals(userId);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    public boolean hasScope(String scope) {
        return scopes.contains(scope);
    }
}
