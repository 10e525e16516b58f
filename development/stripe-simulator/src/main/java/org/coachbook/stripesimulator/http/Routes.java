package org.coachbook.stripesimulator.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbook.stripesimulator.errors.StripeErrors;

/** The table of routes. Of two that fit, the one added first wins ({@code /search} before {@code /{id}}). */
public final class Routes {
    /** A route and the ids in the path that led to it. */
    record Match(Route route, List<String> ids) {}

    private final Map<String, List<Route>> byMethodAndResource = new HashMap<>();

    /** A table of these routes. */
    public Routes(List<Route> routes) {
        for (Route route : routes) {
            byMethodAndResource
                    .computeIfAbsent(
                            bucket(route.method(), route.template().split("/")), none -> new java.util.ArrayList<>())
                    .add(route);
        }
    }

    Match find(String method, String path) {
        String[] parts = path.split("/");
        for (Route route : byMethodAndResource.getOrDefault(bucket(method, parts), List.of())) {
            List<String> ids = route.match(parts);
            if (ids != null) {
                return new Match(route, ids);
            }
        }
        throw StripeErrors.unknownUrl(method, path);
    }

    private static String bucket(String method, String[] parts) {
        return method + " " + (parts.length > 2 ? parts[2] : "");
    }
}
