package org.coachbook.stripesimulator.objects;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything the simulator holds, in memory. All access is from its one event loop, which is what makes each request
 * atomic.
 */
public final class Store {
    private record Collection(ObjectType type, @Nullable String account) {}

    private record Lookup(ObjectType type, String field, String value) {}

    private final LongSupplier positions;
    private final Clock clock;
    private final Map<String, StripeObject> byId = new HashMap<>();
    private final Map<Collection, List<StripeObject>> collections = new HashMap<>();
    private final Map<Lookup, List<StripeObject>> lookups = new HashMap<>();

    /** An empty store; positions are the order of creation across all types. */
    public Store(Clock clock, LongSupplier positions) {
        this.clock = clock;
        this.positions = positions;
    }

    /** Now, in Unix seconds. */
    public long now() {
        return clock.instant().getEpochSecond();
    }

    /** A new object that nobody sees until it is added. */
    public StripeObject draft(ObjectType type, @Nullable String account) {
        return draft(type, account, type.idPrefix());
    }

    /** A new object with another id prefix, such as the {@code py_} of a transferred charge. */
    public StripeObject draft(ObjectType type, @Nullable String account, String idPrefix) {
        return new StripeObject(type, account, Ids.next(idPrefix), positions.getAsLong(), now());
    }

    /** Adds a drafted object. */
    public StripeObject add(StripeObject object) {
        byId.put(object.id(), object);
        collections
                .computeIfAbsent(new Collection(object.type(), object.account()), none -> new ArrayList<>())
                .add(object);
        for (String field : object.type().lookups()) {
            String value = object.text(field);
            if (value != null) {
                lookups.computeIfAbsent(new Lookup(object.type(), field, value), none -> new ArrayList<>(2))
                        .add(object);
            }
        }
        return object;
    }

    /** Takes an object out of its list; its id still finds it, as Stripe keeps what was deleted. */
    public void delete(StripeObject object) {
        object.set("deleted", true);
        all(object.type(), object.account()).remove(object);
    }

    /** An object of any type, null when there is none. */
    public @Nullable StripeObject find(String id) {
        return byId.get(id);
    }

    /** An object of a type, null when there is none. */
    public @Nullable StripeObject find(ObjectType type, String id) {
        StripeObject found = byId.get(id);
        return found != null && found.type() == type ? found : null;
    }

    /** An object that another one names. */
    public StripeObject referenced(String id) {
        StripeObject found = byId.get(id);
        if (found == null) {
            throw new IllegalStateException("dangling reference " + id);
        }
        return found;
    }

    /** All objects of a type that belong to an account (null: the platform), oldest first. */
    public List<StripeObject> all(ObjectType type, @Nullable String account) {
        return collections.computeIfAbsent(new Collection(type, account), none -> new ArrayList<>());
    }

    /** The objects whose lookup field has this value, oldest first. */
    public List<StripeObject> related(ObjectType type, String field, String value) {
        return lookups.getOrDefault(new Lookup(type, field, value), List.of());
    }
}
