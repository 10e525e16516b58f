package org.coachbook.gateway.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;

/**
 * One OpenAPI description made of several. Paths are all different; of schemas with the same name but another shape, the
 * later one gets its service's name in front. What is below {@code /internal} is not the public's business.
 */
final class MergedDescription {
    private static final String SCHEMA_REF = "#/components/schemas/";
    private static final String INTERNAL = "/internal";

    private final ObjectNode paths = JsonNodeFactory.instance.objectNode();
    private final ObjectNode schemas = JsonNodeFactory.instance.objectNode();

    /** Adds a service's description. */
    void add(String service, JsonNode description) {
        JsonNode own = description.path("components").path("schemas");
        Map<String, String> renamed = renames(service, own);
        own.properties()
                .forEach(schema -> schemas.set(
                        renamed.getOrDefault(schema.getKey(), schema.getKey()), withRefs(schema.getValue(), renamed)));
        description.path("paths").properties().stream()
                .filter(path -> !path.getKey().startsWith(INTERNAL))
                .forEach(path -> paths.set(path.getKey(), withRefs(path.getValue(), renamed)));
    }

    /** What must not keep its name: another shape, or the same words about something that was renamed. */
    private Map<String, String> renames(String service, JsonNode own) {
        Map<String, String> renamed = new HashMap<>();
        int before;
        do {
            before = renamed.size();
            own.properties().forEach(schema -> {
                JsonNode same = schemas.get(schema.getKey());
                if (same != null && !same.equals(withRefs(schema.getValue(), renamed))) {
                    renamed.put(schema.getKey(), service + "." + schema.getKey());
                }
            });
        } while (renamed.size() > before);
        return renamed;
    }

    /** The description of everything added. */
    ObjectNode whole() {
        ObjectNode bearer = JsonNodeFactory.instance
                .objectNode()
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        whole.putObject("info")
                .put("title", "Coachbook")
                .put("version", "1")
                .put("description", "Everything the gateway serves. Money is in minor units, instants in UTC.");
        whole.set("paths", paths);
        ObjectNode components = whole.putObject("components");
        components.set("schemas", schemas);
        components.putObject("securitySchemes").set("accessToken", bearer);
        whole.putArray("security").addObject().putArray("accessToken");
        return whole;
    }

    private static JsonNode withRefs(JsonNode node, Map<String, String> renamed) {
        if (renamed.isEmpty()) {
            return node;
        }
        JsonNode copy = node.deepCopy();
        rewrite(copy, renamed);
        return copy;
    }

    private static void rewrite(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object && object.get("$ref") instanceof TextNode ref) {
            String name = ref.textValue().replace(SCHEMA_REF, "");
            object.put("$ref", SCHEMA_REF + renamed.getOrDefault(name, name));
        }
        node.forEach(child -> rewrite(child, renamed));
    }
}
