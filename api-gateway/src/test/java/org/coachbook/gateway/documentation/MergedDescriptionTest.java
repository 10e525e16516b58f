package org.coachbook.gateway.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class MergedDescriptionTest {
    private static final String SERVICE = """
            {"paths": {"/api/%1$s": {"get": {"$ref": "#/components/schemas/Price"}}, "/internal/%1$s": {}},
             "components": {"schemas": {"Price": {"type": "%2$s"}, "List": {"items": {"$ref": "#/components/schemas/Price"}}}}}
            """;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void paths_come_together_and_internal_ones_stay_inside() throws JsonProcessingException {
        JsonNode merged = merge("integer", "integer");
        assertThat(merged.path("paths").fieldNames()).toIterable().containsExactly("/api/a", "/api/b");
    }

    @Test
    void equal_schemas_are_one() throws JsonProcessingException {
        JsonNode schemas = merge("integer", "integer").path("components").path("schemas");
        assertThat(schemas.fieldNames()).toIterable().containsExactly("Price", "List");
    }

    @Test
    void schemas_of_one_name_and_two_shapes_are_told_apart_with_their_references() throws JsonProcessingException {
        JsonNode merged = merge("integer", "string");
        JsonNode schemas = merged.path("components").path("schemas");
        assertThat(schemas.path("Price").path("type").asText()).isEqualTo("integer");
        assertThat(schemas.path("b.Price").path("type").asText()).isEqualTo("string");
        assertThat(schemas.at("/List/items/$ref").asText()).isEqualTo("#/components/schemas/Price");
        assertThat(schemas.at("/b.List/items/$ref").asText()).isEqualTo("#/components/schemas/b.Price");
        assertThat(merged.at("/paths/~1api~1a/get/$ref").asText()).isEqualTo("#/components/schemas/Price");
        assertThat(merged.at("/paths/~1api~1b/get/$ref").asText()).isEqualTo("#/components/schemas/b.Price");
    }

    private JsonNode merge(String first, String second) throws JsonProcessingException {
        MergedDescription merged = new MergedDescription();
        merged.add("a", json.readTree(SERVICE.formatted("a", first)));
        merged.add("b", json.readTree(SERVICE.formatted("b", second)));
        return merged.whole();
    }
}
