package org.coachbook.chassis.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refused request as RFC 9457 problem details.
 *
 * @param type stable URI below {@value #TYPES}
 * @param detail a sentence a person can act on, never internals
 * @param errors what is wrong with which field
 * @param more the type's own members
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
        @JsonAnyGetter Map<String, @Nullable Object> more) {
    public static final String TYPES = "https://coachbook.org/problems/";
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem whose title is its type in words: {@code not-found} reads "Not found". */
    public static Problem of(int status, String slug, String detail) {
        String words = slug.replace('-', ' ');
        String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return new Problem(TYPES + slug, title, status, detail, List.of(), Map.of());
    }

    /** Bad input, 400: names the fields. */
    public static Problem invalid(List<FieldError> errors) {
        String first = errors.isEmpty()
                ? ""
                : errors.getFirst().field() + " " + errors.getFirst().message();
        return of(400, "validation-failed", "The request is not valid: " + first + ".")
                .withErrors(errors);
    }

    /** Bad input, 400, in one field. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** 404, also for what the caller may not know of. */
    public static Problem notFound(String what) {
        return of(404, "not-found", "There is no such " + what + ", or you may not see it.");
    }

    /** 403 for one who may know, but not act. */
    public static Problem notAllowed(String detail) {
        return of(403, "not-allowed", detail);
    }

    /** 401. */
    public static Problem notSignedIn() {
        return of(401, "not-signed-in", "Sign in and send the access token as a bearer token.");
    }

    /** 503 with {@code Retry-After}. */
    public static Problem tryAgain() {
        return of(503, "try-again", "The service cannot answer right now. Nothing was changed; try again in a moment.");
    }

    /** This problem with a member of its own type added. */
    public Problem with(String member, @Nullable Object value) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(more);
        members.put(member, value);
        return new Problem(type, title, status, detail, errors, members);
    }

    private Problem withErrors(List<FieldError> fieldErrors) {
        return new Problem(type, title, status, detail, fieldErrors, more);
    }

    /** This problem as an exception, for the edge that answers the request. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
