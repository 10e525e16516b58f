package org.coachbook.stripesimulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.coachbook.stripesimulator.errors.StripeError;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.objects.Listing;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.jspecify.annotations.Nullable;

/** {@code expand[]}: ids in an answer become the objects they name, at most four levels deep. */
final class Expansion {
    private static final int DEEPEST = 4;
    private final Store store;

    Expansion(Store store) {
        this.store = store;
    }

    void expand(ObjectNode answer, List<String> paths) {
        for (String path : paths) {
            String[] segments = path.split("\\.");
            if (segments.length > DEEPEST) {
                throw StripeErrors.refused(null, "You cannot expand more than 4 levels of a property (" + path + ").")
                        .param("expand");
            }
            expand(answer, segments, 0, path);
        }
    }

    private void expand(ObjectNode parent, String[] segments, int depth, String path) {
        if (depth == segments.length) {
            return;
        }
        String name = segments[depth];
        JsonNode value = parent.get(name);
        if (value instanceof ArrayNode items) {
            expandItems(parent, name, items, segments, depth, path);
            return;
        }
        ObjectNode expanded = expanded(parent, name, value, path);
        if (expanded != null) {
            parent.set(name, expanded);
            expand(expanded, segments, depth + 1, path);
        }
    }

    private void expandItems(
            ObjectNode parent, String name, ArrayNode items, String[] segments, int depth, String path) {
        ArrayNode copy = items.arrayNode(items.size());
        for (JsonNode item : items) {
            if (item instanceof ObjectNode object) {
                ObjectNode own = shallowCopy(object);
                expand(own, segments, depth + 1, path);
                copy.add(own);
            } else {
                copy.add(item);
            }
        }
        parent.set(name, copy);
    }

    private @Nullable ObjectNode expanded(ObjectNode parent, String name, @Nullable JsonNode value, String path) {
        if (value == null) {
            return included(parent, name, path);
        }
        if (value instanceof ObjectNode object) {
            return shallowCopy(object);
        }
        if (value.isNull()) {
            return null;
        }
        StripeObject named = store.find(value.asText());
        if (named == null) {
            throw notExpandable(path);
        }
        return named.render();
    }

    /** Lists that an object shows only when asked for. */
    private ObjectNode included(ObjectNode parent, String name, String path) {
        if (!name.equals("refunds") || !parent.path("object").asText().equals("charge")) {
            throw notExpandable(path);
        }
        String charge = parent.path("id").asText();
        return Listing.whole("/v1/charges/" + charge + "/refunds", store.related(ObjectType.REFUND, "charge", charge));
    }

    private static StripeError notExpandable(String path) {
        return StripeErrors.refused(null, "This property cannot be expanded (" + path + ").")
                .param("expand");
    }

    /** Nested values are shared with the store, so they are copied before they are changed. */
    private static ObjectNode shallowCopy(ObjectNode object) {
        ObjectNode copy = object.objectNode();
        copy.setAll(object);
        return copy;
    }
}
