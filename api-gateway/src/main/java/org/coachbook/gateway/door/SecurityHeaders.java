package org.coachbook.gateway.door;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.coachbook.gateway.page.PublicAddress;

/**
 * Headers of every answer (OWASP Secure Headers). The page loads nothing from elsewhere and talks to nobody but us and
 * Stripe; other sites get no CORS headers, so their scripts read nothing.
 */
final class SecurityHeaders {
    private final Map<String, String> everywhere = new LinkedHashMap<>();
    private final Map<String, String> documentation = new LinkedHashMap<>();

    SecurityHeaders(PublicAddress address, URI stripeApi) {
        everywhere.put("X-Content-Type-Options", "nosniff");
        everywhere.put("Referrer-Policy", "strict-origin-when-cross-origin");
        everywhere.put("X-Frame-Options", "DENY");
        everywhere.put("Cross-Origin-Opener-Policy", "same-origin");
        everywhere.put("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (address.secure()) {
            everywhere.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        documentation.putAll(everywhere);
        String connect = "connect-src 'self' " + String.join(" ", address.webSocketOrigins()) + " " + stripeApi;
        everywhere.put("Content-Security-Policy", policy(connect, "style-src 'self'; img-src 'self' data:"));
        documentation.put(
                "Content-Security-Policy",
                policy("connect-src 'self'", "style-src 'self' 'unsafe-inline'; img-src 'self' data:"));
    }

    private static String policy(String connect, String looks) {
        return "default-src 'none'; script-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'; " + connect + "; " + looks;
    }

    /** The headers for a path; Swagger UI styles its elements inline, so its page may. */
    Map<String, String> of(String path) {
        return path.startsWith(PagePaths.DOCUMENTATION_FILES) ? documentation : everywhere;
    }
}
