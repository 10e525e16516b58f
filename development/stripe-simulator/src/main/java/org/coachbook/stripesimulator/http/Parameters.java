package org.coachbook.stripesimulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.coachbook.stripesimulator.errors.StripeError;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.objects.Json;
import org.jspecify.annotations.Nullable;

/** A request's parameters, or those nested under one name. Their types have been checked against the route's. */
public final class Parameters {
    private final ObjectNode values;
    private final String path;

    /** The parameters of a request. */
    public Parameters(ObjectNode values) {
        this(values, "");
    }

    private Parameters(ObjectNode values, String path) {
        this.values = values;
        this.path = path;
    }

    /** The names given. */
    public Set<String> names() {
        return values.propertyStream().map(java.util.Map.Entry::getKey).collect(java.util.stream.Collectors.toSet());
    }

    /** The values as they came. */
    public ObjectNode json() {
        return values;
    }

    /** A parameter's full name, such as {@code transfer_data[destination]}. */
    public String name(String name) {
        return path.isEmpty() ? name : path + "[" + name + "]";
    }

    /** Whether the parameter was given, be it empty. */
    public boolean has(String name) {
        return values.has(name);
    }

    /** A text; null when not given or given empty, which unsets. */
    public @Nullable String text(String name) {
        JsonNode value = values.get(name);
        return value == null || value.asText().isEmpty() ? null : value.asText();
    }

    /** A text, or another when not given. */
    public String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    /** A required text. */
    public String required(String name) {
        String text = text(name);
        if (text != null) {
            return text;
        }
        throw has(name) ? empty(name(name)) : StripeErrors.missing(name(name));
    }

    /** A whole number, null when not given. */
    public @Nullable Long number(String name) {
        String text = text(name);
        return text == null ? null : parse(name, text);
    }

    /** A whole number, or another when not given. */
    public long number(String name, long otherwise) {
        Long number = number(name);
        return number == null ? otherwise : number;
    }

    /** A required whole number. */
    public long requiredNumber(String name) {
        return parse(name, required(name));
    }

    /** A truth value, false when not given. */
    public boolean flag(String name) {
        return "true".equals(text(name));
    }

    /** The parameters nested under a name; none when not given. */
    public Parameters nested(String name) {
        return new Parameters(values.get(name) instanceof ObjectNode object ? object : Json.object(), name(name));
    }

    /** A list of texts, null when not given. */
    public @Nullable List<String> texts(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        value.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private long parse(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw StripeErrors.parameter("parameter_invalid_integer", name(name), "Invalid integer: " + text);
        }
    }

    private static StripeError empty(String name) {
        return StripeErrors.parameter(
                "parameter_invalid_empty",
                name,
                "You passed an empty string for '" + name + "'. We assume empty values are an attempt to unset a"
                        + " parameter; however '" + name + "' cannot be unset. You should remove '" + name
                        + "' from your request or supply a non-empty value.");
    }
}
