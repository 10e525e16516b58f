package org.coachbook.chassis.http;

import org.jspecify.annotations.Nullable;

/** Strong entity tags made of a document's version (RFC 9110 §8.8.3). */
public final class EntityTags {
    private EntityTags() {}

    /** The tag of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Ends the request with 412 when {@code If-Match} was sent and names another version (RFC 9110 §13.1.1).
     *
     * @param ifMatch the header, null when it was not sent
     */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(of(version))) {
            throw Problem.of(412, "precondition-failed", "It was changed meanwhile; read it again, then edit.")
                    .asException();
        }
    }
}
