package org.coachbook.localstack;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Business deadlines, shortened so that their passing can be watched.
 *
 * @param byName {@code hold}, {@code payment}, {@code request} and {@code wait-list-offer}; what is missing keeps its default
 */
public record Deadlines(Map<String, Duration> byName) {
    private static final List<String> KNOWN = List.of("hold", "payment", "request", "wait-list-offer");

    /** Refuses unknown names. */
    public Deadlines {
        byName = Map.copyOf(byName);
        byName.keySet().stream().filter(name -> !KNOWN.contains(name)).forEach(name -> {
            throw new IllegalArgumentException("Unknown deadline " + name + "; there are " + String.join(", ", KNOWN));
        });
    }

    /** The deadlines of the product. */
    public static Deadlines standard() {
        return new Deadlines(Map.of());
    }

    /** Reads {@code hold=20s,payment=30s,request=60s}; units s, m, h. */
    public static Deadlines parse(String text) {
        Map<String, Duration> parsed = new LinkedHashMap<>();
        Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.split("=", 2))
                .forEach(entry -> parsed.put(entry[0], duration(entry)));
        return new Deadlines(parsed);
    }

    /** The services' environment variables, as {@code COACHBOOK_DEADLINES_HOLD=PT20S}. */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        byName.forEach((name, duration) -> variables.put(
                "COACHBOOK_DEADLINES_" + name.replace('-', '_').toUpperCase(Locale.ROOT), duration.toString()));
        return variables;
    }

    private static Duration duration(String[] entry) {
        try {
            return Duration.parse("PT" + entry[1].toUpperCase(Locale.ROOT));
        } catch (ArrayIndexOutOfBoundsException | java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException("Expected a deadline as hold=20s, got " + String.join("=", entry), e);
        }
    }
}
