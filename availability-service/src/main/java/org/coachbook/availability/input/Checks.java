package org.coachbook.availability.input;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.chassis.http.FieldError;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of one request. */
public final class Checks {
    private final List<FieldError> errors = new ArrayList<>();

    /** Notes the message about the field unless {@code holds}. */
    public Checks that(boolean holds, String field, String message) {
        if (!holds) {
            errors.add(new FieldError(field, message));
        }
        return this;
    }

    /** A number from {@code min} to {@code max}, both allowed; null is. */
    public Checks within(@Nullable Integer value, int min, int max, String field) {
        return that(value == null || (value >= min && value <= max), field, "must be from " + min + " to " + max);
    }

    /** A text of at most {@code max} characters; null is. */
    public Checks length(@Nullable String value, int max, String field) {
        return that(value == null || value.length() <= max, field, "must have at most " + max + " characters");
    }

    /** A value that must be there. */
    public Checks present(@Nullable Object value, String field) {
        return that(value != null && !(value instanceof String text && text.isBlank()), field, "must not be empty");
    }

    /** An IANA time zone. */
    public Checks zone(@Nullable String value, String field) {
        return that(value != null && isZone(value), field, "must be an IANA time zone, as in Europe/Zurich");
    }

    /** What was found wrong, in the order of the checks. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Whether the text names a zone of the zone database; offsets such as {@code +01:00} are none. */
    public static boolean isZone(String value) {
        try {
            return value.equals("UTC")
                    || (value.contains("/") && !ZoneId.of(value).getId().isEmpty());
        } catch (DateTimeException e) {
            return false;
        }
    }
}
