package org.coachbook.stripesimulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.jspecify.annotations.Nullable;

/** What most resources do alike: retrieve, list and delete objects of the calling account. */
public record Resources(Store store) {
    /** The object that the path's first id names. */
    public StripeObject require(Call call, ObjectType type) {
        return require(call, type, call.id());
    }

    /** An object that an id in the path names: 404 unless it exists and belongs to the calling account. */
    public StripeObject require(Call call, ObjectType type, String id) {
        StripeObject found = visible(call, type, id);
        if (found == null || found.flag("deleted")) {
            throw StripeErrors.notFound(shown(type), id, type == ObjectType.PAYMENT_INTENT ? "intent" : "id");
        }
        return found;
    }

    /** An object that a parameter names: 400 unless it exists and belongs to the calling account. */
    public StripeObject referenced(Call call, ObjectType type, String id, String param) {
        StripeObject found = visible(call, type, id);
        if (found == null || found.flag("deleted")) {
            throw StripeErrors.noSuchReference(shown(type), id, param);
        }
        return found;
    }

    /** Stripe's messages call all objects by their label, but for one. */
    private static String shown(ObjectType type) {
        return type == ObjectType.PAYMENT_METHOD ? "PaymentMethod" : type.label();
    }

    private @Nullable StripeObject visible(Call call, ObjectType type, String id) {
        StripeObject found = store.find(type, id);
        return found != null && Objects.equals(found.account(), call.account()) ? found : null;
    }

    /** The object that the path's first id names, as JSON; of a deleted one what Stripe keeps. */
    public ObjectNode retrieve(Call call, ObjectType type) {
        StripeObject found = visible(call, type, call.id());
        return found != null && found.flag("deleted")
                ? deleted(found)
                : require(call, type).render();
    }

    /** A page of the calling account's objects, filtered by the named fields. */
    public ObjectNode list(Call call, ObjectType type, String... fields) {
        return new ListQuery(call.parameters()).page(type.url(), store.all(type, call.account()), fields);
    }

    /** A page of the objects below the one that the path's first id names. */
    public ObjectNode listBelow(Call call, ObjectType parent, ObjectType type, String field, String path) {
        StripeObject owner = require(call, parent);
        List<StripeObject> below = store.related(type, field, owner.id());
        return new ListQuery(call.parameters()).page(parent.url() + "/" + owner.id() + "/" + path, below);
    }

    /** Deletes the object that the path's first id names. */
    public ObjectNode delete(Call call, ObjectType type) {
        StripeObject object = require(call, type);
        store.delete(object);
        return deleted(object);
    }

    private static ObjectNode deleted(StripeObject object) {
        return Json.object()
                .put("id", object.id())
                .put("object", object.type().label())
                .put("deleted", true);
    }
}
