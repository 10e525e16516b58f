package org.coachbook.stripesimulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coachbook.stripesimulator.errors.StripeError;
import org.coachbook.stripesimulator.errors.StripeErrors;

/** What each route accepts, read from {@code parameters.txt}; anything else is refused before it is executed. */
public final class AllowedParameters {
    /** One parameter: its type and, for an object, the names below it. */
    record Parameter(String type, Map<String, Parameter> names) {}

    private final Map<String, Parameter> routes = new HashMap<>();

    /** Reads the lines of {@code parameters.txt}. */
    public AllowedParameters(List<String> lines) {
        Deque<Parameter> open = new ArrayDeque<>();
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            int depth = (line.length() - line.stripLeading().length()) / 2;
            while (open.size() > depth) {
                open.pop();
            }
            open.push(depth == 0 ? route(text) : nested(Objects.requireNonNull(open.peek(), line), text));
        }
    }

    private Parameter route(String key) {
        return routes.computeIfAbsent(key, none -> new Parameter("object", new HashMap<>()));
    }

    private static Parameter nested(Parameter parent, String text) {
        int space = text.indexOf(' ');
        return parent.names()
                .computeIfAbsent(
                        text.substring(0, space), none -> new Parameter(text.substring(space + 1), new HashMap<>()));
    }

    /** The names a route accepts at the top level. */
    Map<String, Parameter> of(String route) {
        return Objects.requireNonNull(routes.get(route), () -> "no parameters declared for " + route)
                .names();
    }

    /**
     * Checks a request's parameters against its route's.
     *
     * @throws StripeError {@code parameter_unknown}, {@code parameter_invalid_integer} and the like
     */
    void check(String route, ObjectNode values) {
        check(of(route), values, "");
    }

    private static void check(Map<String, Parameter> allowed, ObjectNode values, String path) {
        List<String> unknown = new ArrayList<>();
        for (var value : values.properties()) {
            String name = path.isEmpty() ? value.getKey() : path + "[" + value.getKey() + "]";
            Parameter parameter = allowed.get(value.getKey());
            if (parameter == null) {
                unknown.add(name);
            } else {
                check(parameter, value.getValue(), name);
            }
        }
        if (!unknown.isEmpty()) {
            String plural = unknown.size() > 1 ? "s" : "";
            throw StripeErrors.parameter(
                    "parameter_unknown",
                    unknown.getFirst(),
                    "Received unknown parameter" + plural + ": " + String.join(", ", unknown));
        }
    }

    private static void check(Parameter parameter, JsonNode value, String name) {
        if (value instanceof ObjectNode object) {
            checkObject(parameter, object, name);
        } else if (!value.asText().isEmpty()) {
            checkText(parameter.type(), value.asText(), name);
        }
    }

    private static void checkObject(Parameter parameter, ObjectNode object, String name) {
        switch (parameter.type()) {
            case "object" -> check(parameter.names(), object, name);
            case "list", "map", "any" -> {}
            default -> throw StripeErrors.parameter("parameter_invalid_string", name, "Invalid string: " + object);
        }
    }

    private static void checkText(String type, String text, String name) {
        switch (type) {
            case "string", "any" -> {}
            case "integer" -> {
                if (!text.matches("-?\\d{1,18}")) {
                    throw StripeErrors.parameter("parameter_invalid_integer", name, "Invalid integer: " + text);
                }
            }
            case "boolean" -> oneOf(List.of("true", "false"), text, name, "Invalid boolean: " + text);
            case "list" -> throw StripeErrors.parameter(null, name, "Invalid array");
            case "map", "object" -> throw StripeErrors.parameter(null, name, "Invalid object");
            default -> {
                List<String> values = Arrays.asList(type.split("\\|"));
                oneOf(values, text, name, "Invalid " + name + ": must be one of " + enumeration(values));
            }
        }
    }

    private static void oneOf(List<String> values, String text, String name, String message) {
        if (!values.contains(text)) {
            throw StripeErrors.parameter(null, name, message);
        }
    }

    private static String enumeration(List<String> values) {
        return values.size() == 1
                ? values.getFirst()
                : String.join(", ", values.subList(0, values.size() - 1)) + ", or " + values.getLast();
    }
}
