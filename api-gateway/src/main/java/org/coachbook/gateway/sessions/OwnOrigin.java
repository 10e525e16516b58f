package org.coachbook.gateway.sessions;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that sets or uses the cookie comes from our own page. Browsers name the origin of every POST, so a
 * request without one is a program of the caller's own (as curl), which no other site can make send our cookie; if a
 * browser left it out all the same, {@code Sec-Fetch-Site} (W3C Fetch Metadata) tells.
 */
record OwnOrigin(Set<String> own) {
    boolean permits(@Nullable String origin, @Nullable String fetchSite) {
        if (origin != null) {
            return own.contains(origin);
        }
        return fetchSite == null || fetchSite.equals("same-origin") || fetchSite.equals("none");
    }
}
