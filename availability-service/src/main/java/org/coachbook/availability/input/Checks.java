package org.coachbook.availability.input;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.coachbook.chassis.http.FieldError;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of one request. */
public final class Checks {
    /** The SystemV zones are the platform's own, none of the zone database. */
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> !id.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableSet());

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

    /** A text of at most {@code max} characters on one line, with nothing in it that cannot be seen; null is. */
    public Checks line(@Nullable String value, int max, String field) {
        return length(value, max, field)
                .that(
                        value == null || value.codePoints().noneMatch(Checks::breaksLine),
                        field,
                        "must be one line of text");
    }

    private static boolean breaksLine(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
    }

    /** A list of at most {@code max} values that are all there; null is. */
    public Checks list(@Nullable List<?> values, int max, String field) {
        return that(values == null || values.size() <= max, field, "must have at most " + max + " entries")
                .that(
                        values == null || values.stream().noneMatch(Objects::isNull),
                        field,
                        "must not have null among its entries");
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
        return ZONES.contains(value);
    }
}
