package org.coachbook.stripesimulator.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.coachbook.stripesimulator.objects.Ids;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.jspecify.annotations.Nullable;

/** Records each change as an event and hands it to the webhooks; the latest are kept for {@code GET /v1/events}. */
public final class Events {
    /** The API version that objects and events are rendered in; the one the official SDK 33.3.0 pins. */
    public static final String API_VERSION = "2026-07-29.dahlia";

    private final Store store;
    private final LongSupplier positions;
    private final int limit;
    private final List<Event> latest = new ArrayList<>();
    private final Map<String, Event> byId = new HashMap<>();
    private Consumer<Event> receiver = event -> {};
    private Event.Cause cause = Event.Cause.NONE;

    /** Events over a store, of which the latest so many are kept. */
    public Events(Store store, LongSupplier positions, int limit) {
        this.store = store;
        this.positions = positions;
        this.limit = limit;
    }

    /** Who is handed each event. */
    public void receiver(Consumer<Event> receiver) {
        this.receiver = receiver;
    }

    /** The request that causes the events recorded until the next call; null when none does. */
    public void cause(@Nullable String requestId, @Nullable String idempotencyKey) {
        cause = new Event.Cause(requestId, idempotencyKey);
    }

    /** Records an event about an object, on the account the object belongs to. */
    public void record(String type, StripeObject object) {
        record(type, object, object.account(), null);
    }

    /** Records an update, with the former values of what changed. */
    public void recordUpdate(String type, StripeObject object, ObjectNode previousAttributes) {
        record(type, object, object.account(), previousAttributes);
    }

    /** Records an event that a connected account's own subscribers get. */
    public void recordOn(String account, String type, StripeObject object, @Nullable ObjectNode previousAttributes) {
        record(type, object, account, previousAttributes);
    }

    private void record(
            String type, StripeObject object, @Nullable String account, @Nullable ObjectNode previousAttributes) {
        keep(new Event(
                Ids.next("evt_"),
                type,
                account,
                positions.getAsLong(),
                store.now(),
                object.snapshot(),
                previousAttributes,
                cause));
    }

    private void keep(Event event) {
        latest.add(event);
        byId.put(event.id(), event);
        if (latest.size() > limit + limit / 4) {
            List<Event> oldest = latest.subList(0, latest.size() - limit);
            oldest.forEach(old -> byId.remove(old.id()));
            oldest.clear();
        }
        receiver.accept(event);
    }

    /** The events kept, oldest first. */
    public List<Event> latest() {
        return latest;
    }

    /** An event by its id, null when there is none. */
    public @Nullable Event find(String id) {
        return byId.get(id);
    }
}
