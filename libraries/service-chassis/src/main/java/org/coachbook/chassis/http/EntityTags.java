package org.coachbook.chassis.http;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Strong entity tags made of a document's version (RFC 9110 §8.8.3). */
public final class EntityTags {
    private EntityTags() {}

    /** The tag of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Ends the request with 412 when {@code If-Match} was sent and does not name this version (RFC 9110 §13.1.1): in a
     * list of tags, or by {@code *}, which names whichever there is.
     *
     * @param ifMatch the header, null when it was not sent
     * @param version 0 when there is none
     */
    public static void require(@Nullable String ifMatch, long version) {
        String any = version > 0 ? "*" : of(version);
        if (ifMatch != null
                && Stream.of(ifMatch.split(",")).map(String::strip).noneMatch(List.of(any, of(version))::contains)) {
            throw Problem.of(412, "precondition-failed", "It was changed meanwhile; read it again, then edit.")
                    .asException();
        }
    }
}
