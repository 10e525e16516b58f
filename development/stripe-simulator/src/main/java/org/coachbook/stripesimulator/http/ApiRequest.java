package org.coachbook.stripesimulator.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came.
 *
 * @param id the {@code Request-Id} it is answered with
 * @param headers by lower-case name
 */
public record ApiRequest(
        String id, String method, String path, String query, Map<String, String> headers, String body) {
    /** A header, null when absent or empty. */
    public @Nullable String header(String name) {
        String value = headers.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
