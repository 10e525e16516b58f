package org.coachbook.stripesimulator.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import org.coachbook.stripesimulator.objects.Listed;
import org.jspecify.annotations.Nullable;

/**
 * An event, frozen as the text it is delivered as.
 *
 * @param account the connected account it happened on; null: the platform
 * @param json the whole event object
 */
public record Event(String id, String type, @Nullable String account, long position, long created, String json)
        implements Listed {
    @Override
    public JsonNode render() {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
    }
}
