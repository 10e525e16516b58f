package org.coachbook.gateway.proxy;

import java.util.List;

/**
 * Which service owns the paths of a pattern. A segment {@code *} stands for any one segment; {@code **} at the end for
 * any number, none included.
 *
 * @param longestBody bytes
 */
public record Route(List<String> pattern, Service service, int longestBody) {
    private static final String ANY = "*";
    private static final String REST = "**";

    static Route of(String pattern, Service service, int longestBody) {
        return new Route(List.of(pattern.substring(1).split("/")), service, longestBody);
    }

    boolean matches(List<String> segments) {
        boolean open = pattern.getLast().equals(REST);
        int fixed = open ? pattern.size() - 1 : pattern.size();
        if (open ? segments.size() < fixed : segments.size() != fixed) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (!pattern.get(i).equals(ANY) && !pattern.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }
}
