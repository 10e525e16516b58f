package org.coachbook.stripesimulator.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.coachbook.stripesimulator.objects.Ids;
import org.coachbook.stripesimulator.objects.Json;

/** A fault that strikes the next matching calls, or events, a number of times. */
public final class Fault {
    private static final Set<String> FIELDS = Set.of("match", "kind", "millis", "times");
    private static final Set<String> MATCH_FIELDS = Set.of("method", "path", "event");
    private static final long DEFAULT_MILLIS = 1_000;
    private static final long TIMEOUT_MILLIS = 120_000;

    private final String id = Ids.next("fault_", 12);
    private final FaultKind kind;
    private final Pattern method;
    private final Pattern path;
    private final Pattern event;
    private final long millis;
    private long remaining;
    private long hits;

    private Fault(FaultKind kind, JsonNode match, long millis, long times) {
        this.kind = kind;
        this.method = Pattern.compile(match.path("method").asText(".*"), Pattern.CASE_INSENSITIVE);
        this.path = Pattern.compile(match.path("path").asText(".*"));
        this.event = Pattern.compile(match.path("event").asText(".*"));
        this.millis = millis;
        this.remaining = times;
    }

    /**
     * Reads {@code {match: {method, path, event}, kind, millis, times}}. The three in match are regular expressions for
     * the whole method, path and event type, each by default anything; times is 1 by default.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static Fault read(ObjectNode json) {
        json.fieldNames().forEachRemaining(name -> known(FIELDS, name));
        json.path("match").fieldNames().forEachRemaining(name -> known(MATCH_FIELDS, name));
        FaultKind kind = FaultKind.valueOf(json.path("kind").asText("missing").toUpperCase(Locale.ROOT));
        boolean silent = kind == FaultKind.TIMEOUT_AFTER || kind == FaultKind.TIMEOUT_BEFORE;
        long millis = json.path("millis").asLong(silent ? TIMEOUT_MILLIS : DEFAULT_MILLIS);
        long times = json.path("times").asLong(1);
        if (millis < 1 || times < 1) {
            throw new IllegalArgumentException("millis and times are positive");
        }
        return new Fault(kind, json.path("match"), millis, times);
    }

    private static void known(Set<String> names, String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("unknown field " + name);
        }
    }

    /** What goes wrong. */
    public FaultKind kind() {
        return kind;
    }

    /** How long it takes. */
    public Duration time() {
        return Duration.ofMillis(millis);
    }

    String id() {
        return id;
    }

    boolean matchesCall(String callMethod, String callPath) {
        return !kind.concernsWebhooks()
                && method.matcher(callMethod).matches()
                && path.matcher(callPath).matches();
    }

    boolean matchesEvent(String type) {
        return kind.concernsWebhooks() && event.matcher(type).matches();
    }

    void strike() {
        remaining--;
        hits++;
    }

    boolean spent() {
        return remaining == 0;
    }

    ObjectNode render() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("millis", millis)
                .put("remaining", remaining)
                .put("hits", hits);
        json.putObject("match")
                .put("method", method.pattern())
                .put("path", path.pattern())
                .put("event", event.pattern());
        return json;
    }
}
