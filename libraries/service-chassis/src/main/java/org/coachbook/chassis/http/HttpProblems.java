package org.coachbook.chassis.http;

/** Problems for what HTTP itself refuses. */
public final class HttpProblems {
    private HttpProblems() {}

    /** The problem for a bare status. */
    public static Problem of(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "validation-failed", "The request could not be read.");
            case 401 -> Problem.notSignedIn();
            case 403 -> Problem.notAllowed("You may not do this.");
            case 404 -> Problem.notFound("address");
            case 405 -> Problem.of(405, "method-not-allowed", "This address does not take that method.");
            case 406 -> Problem.of(406, "not-acceptable", "This address answers application/json.");
            case 413 -> Problem.of(413, "too-large", "The request is too large; a body may have 64 KiB.");
            case 415 -> Problem.of(415, "unsupported-media-type", "Send the body as application/json.");
            case 429 -> Problem.of(429, "rate-limited", "Too many requests; wait a moment.");
            case 503 -> Problem.tryAgain();
            default -> Problem.of(status, status < 500 ? "refused" : "internal", "The request could not be served.");
        };
    }
}
