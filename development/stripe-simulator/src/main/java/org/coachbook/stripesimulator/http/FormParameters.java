package org.coachbook.stripesimulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.objects.Json;

/**
 * Stripe's form encoding: {@code a[b][c]=1} nests, {@code a[]=1} and {@code a[0]=1} are lists. A list is kept as an
 * object whose keys are its indices.
 */
public final class FormParameters {
    private FormParameters() {}

    /** Adds the pairs of an encoded form or query. */
    public static void parse(String form, ObjectNode into) {
        int from = 0;
        while (from < form.length()) {
            int end = form.indexOf('&', from);
            String pair = form.substring(from, end < 0 ? form.length() : end);
            if (!pair.isEmpty()) {
                add(pair, into);
            }
            from = end < 0 ? form.length() : end + 1;
        }
    }

    private static void add(String pair, ObjectNode into) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        put(segments(name), value, name, into);
    }

    private static void put(List<String> segments, String value, String name, ObjectNode root) {
        ObjectNode parent = root;
        for (String segment : segments.subList(0, segments.size() - 1)) {
            String key = segment.isEmpty() ? Integer.toString(parent.size()) : segment;
            JsonNode child = parent.get(key);
            if (child == null) {
                parent = parent.putObject(key);
            } else if (child instanceof ObjectNode object) {
                parent = object;
            } else {
                throw StripeErrors.parameter(null, name, "Invalid request: '" + name + "' is given in two shapes.");
            }
        }
        String last = segments.getLast();
        parent.put(last.isEmpty() ? Integer.toString(parent.size()) : last, value);
    }

    /** {@code a[b][]} is a, b and an empty segment. */
    private static List<String> segments(String name) {
        int open = name.indexOf('[');
        if (open <= 0 || !name.endsWith("]")) {
            return List.of(name);
        }
        List<String> segments = new ArrayList<>();
        segments.add(name.substring(0, open));
        for (String part : name.substring(open + 1, name.length() - 1).split("\\]\\[", -1)) {
            segments.add(part);
        }
        return segments;
    }

    private static String decode(String encoded) {
        try {
            return encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0
                    ? encoded
                    : URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StripeErrors.parameter(null, encoded, "Invalid request: malformed percent-encoding.");
        }
    }

    /** An empty set of parameters to parse into. */
    public static ObjectNode none() {
        return Json.object();
    }
}
