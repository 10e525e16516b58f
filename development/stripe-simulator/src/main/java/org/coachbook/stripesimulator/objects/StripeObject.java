package org.coachbook.stripesimulator.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of Stripe's objects. It keeps only what differs from its type's template; fields that the template does not name
 * are the simulator's private notes and are never shown.
 */
public final class StripeObject implements Listed {
    private final ObjectType type;
    private final @Nullable String account;
    private final long position;
    private final ObjectNode values = Json.object();

    StripeObject(ObjectType type, @Nullable String account, String id, long position, long created) {
        this.type = type;
        this.account = account;
        this.position = position;
        set("id", id).set("created", created);
    }

    /** Its type. */
    public ObjectType type() {
        return type;
    }

    /** The connected account it belongs to; null for the platform's own. */
    public @Nullable String account() {
        return account;
    }

    @Override
    public String id() {
        return required("id");
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long created() {
        return number("created");
    }

    /** A field's value, {@code NullNode} when it has none. */
    public JsonNode get(String field) {
        JsonNode value = values.get(field);
        if (value == null) {
            value = type.template().get(field);
        }
        return value == null ? NullNode.instance : value;
    }

    /** A text field, null when unset. */
    public @Nullable String text(String field) {
        JsonNode value = get(field);
        return value.isNull() ? null : value.asText();
    }

    /** A text field that is always set. */
    public String required(String field) {
        return Objects.requireNonNull(text(field), field);
    }

    /** A whole number, 0 when unset. */
    public long number(String field) {
        return get(field).asLong();
    }

    /** A truth value, false when unset. */
    public boolean flag(String field) {
        return get(field).asBoolean();
    }

    /** Whether a text field holds this value. */
    public boolean is(String field, String value) {
        return value.equals(text(field));
    }

    /** Sets a text; null unsets it. */
    public StripeObject set(String field, @Nullable String value) {
        return set(field, value == null ? NullNode.instance : JsonNodeFactory.instance.textNode(value));
    }

    /** Sets a whole number. */
    public StripeObject set(String field, long value) {
        return set(field, JsonNodeFactory.instance.numberNode(value));
    }

    /** Sets a truth value. */
    public StripeObject set(String field, boolean value) {
        return set(field, JsonNodeFactory.instance.booleanNode(value));
    }

    /** Sets any value. Nested values are replaced, never changed in place: earlier renderings share them. */
    public StripeObject set(String field, JsonNode value) {
        if (value.isNull() && type.template().path(field).isNull()) {
            values.remove(field);
        } else {
            values.set(field, value);
        }
        return this;
    }

    /** The object as it is now, untouched by what happens to it later. */
    public StripeObject snapshot() {
        StripeObject copy = new StripeObject(type, account, id(), position, created());
        copy.values.setAll(values);
        return copy;
    }

    /** Adds to a whole number. */
    public StripeObject add(String field, long amount) {
        return set(field, number(field) + amount);
    }

    @Override
    public ObjectNode render() {
        ObjectNode rendered = Json.object();
        for (var property : type.template().properties()) {
            JsonNode value = values.get(property.getKey());
            rendered.set(property.getKey(), value == null ? property.getValue() : value);
        }
        return rendered;
    }
}
