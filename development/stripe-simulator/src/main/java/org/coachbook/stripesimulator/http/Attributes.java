package org.coachbook.stripesimulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.StripeObject;

/** Parameters that an object simply repeats, and its metadata. */
public final class Attributes {
    private static final int METADATA_KEYS = 50;
    private static final int METADATA_KEY_LENGTH = 40;
    private static final int METADATA_VALUE_LENGTH = 500;

    private Attributes() {}

    /** Copies those of the named texts that were given; an empty one unsets. */
    public static void copy(Parameters parameters, StripeObject object, String... names) {
        for (String name : names) {
            if (parameters.has(name)) {
                JsonNode value = parameters.json().get(name);
                if (value instanceof ObjectNode nested) {
                    object.set(name, nested);
                } else {
                    object.set(name, parameters.text(name));
                }
            }
        }
    }

    /** Merges {@code metadata}: a key with an empty value is removed, empty metadata removes all. */
    public static void mergeMetadata(Parameters parameters, StripeObject object) {
        if (!parameters.has("metadata")) {
            return;
        }
        ObjectNode merged = Json.object();
        ObjectNode given = parameters.nested("metadata").json();
        if (!given.isEmpty() && object.get("metadata") instanceof ObjectNode present) {
            merged.setAll(present);
        }
        for (var entry : given.properties()) {
            check(entry.getKey(), entry.getValue().asText());
            if (entry.getValue().asText().isEmpty()) {
                merged.remove(entry.getKey());
            } else {
                merged.set(entry.getKey(), entry.getValue());
            }
        }
        if (merged.size() > METADATA_KEYS) {
            throw StripeErrors.parameter(null, "metadata", "Metadata can have at most 50 keys.");
        }
        object.set("metadata", merged);
    }

    private static void check(String key, String value) {
        if (key.length() > METADATA_KEY_LENGTH) {
            throw StripeErrors.parameter(
                    null, "metadata", "Metadata keys must be 40 characters or less: '" + key + "'.");
        }
        if (value.length() > METADATA_VALUE_LENGTH) {
            throw StripeErrors.parameter(
                    null,
                    "metadata[" + key + "]",
                    "Metadata values can have up to 500 characters, but you passed in a value that is " + value.length()
                            + " characters.");
        }
    }
}
