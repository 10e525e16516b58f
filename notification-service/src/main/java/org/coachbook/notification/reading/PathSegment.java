package org.coachbook.notification.reading;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A value as one segment of a path (RFC 3986 §3.3): it cannot lead to another resource. */
final class PathSegment {
    private PathSegment() {}

    static String of(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
    }
}
