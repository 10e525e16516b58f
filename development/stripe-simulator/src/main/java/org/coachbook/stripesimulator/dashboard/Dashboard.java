package org.coachbook.stripesimulator.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.coachbook.stripesimulator.events.Events;
import org.coachbook.stripesimulator.faults.Faults;
import org.coachbook.stripesimulator.http.ApiRequest;
import org.coachbook.stripesimulator.http.FormParameters;
import org.coachbook.stripesimulator.http.Parameters;
import org.coachbook.stripesimulator.http.Reply;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.Listed;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.webhooks.Webhooks;
import org.jspecify.annotations.Nullable;

/** The simulator's own addresses: {@code /simulator}, {@code /simulator/state} and {@code /simulator/faults}. */
public final class Dashboard {
    private static final List<ObjectType> SHOWN = List.of(
            ObjectType.PAYMENT_INTENT,
            ObjectType.CHARGE,
            ObjectType.REFUND,
            ObjectType.TRANSFER,
            ObjectType.APPLICATION_FEE,
            ObjectType.ACCOUNT,
            ObjectType.WEBHOOK_ENDPOINT);
    private static final int DEFAULT_LIMIT = 100;

    private final Store store;
    private final Events events;
    private final Webhooks webhooks;
    private final Faults faults;

    /** A view of these. */
    public Dashboard(Store store, Events events, Webhooks webhooks, Faults faults) {
        this.store = store;
        this.events = events;
        this.webhooks = webhooks;
        this.faults = faults;
    }

    /** The answer at an address of the simulator's own, null elsewhere. */
    public @Nullable Reply page(ApiRequest request) {
        String address = request.method() + " " + request.path();
        if (address.startsWith("DELETE /simulator/faults/")) {
            boolean removed = faults.remove(request.path().substring("/simulator/faults/".length()));
            return Reply.json(removed ? 200 : 404, faults.render());
        }
        return switch (address) {
            case "GET /simulator" -> DashboardPage.of(state(20));
            case "GET /simulator/state" -> Reply.json(200, state(limit(request)));
            case "GET /simulator/faults" -> Reply.json(200, faults.render());
            case "POST /simulator/faults" -> addFault(request);
            case "DELETE /simulator/faults" -> {
                faults.clear();
                yield Reply.json(200, faults.render());
            }
            default -> null;
        };
    }

    private Reply addFault(ApiRequest request) {
        try {
            return Reply.json(201, faults.add(Json.parse(request.body())));
        } catch (IllegalArgumentException e) {
            return Reply.json(400, Json.object().put("message", e.getMessage()));
        }
    }

    private static int limit(ApiRequest request) {
        ObjectNode query = FormParameters.none();
        FormParameters.parse(request.query(), query);
        return (int) new Parameters(query).number("limit", DEFAULT_LIMIT);
    }

    /** How many there are of each, and the latest of them, newest first. */
    private ObjectNode state(int limit) {
        ObjectNode state = Json.object();
        ObjectNode counts = state.putObject("counts");
        for (ObjectType type : SHOWN) {
            add(state, counts, type.label() + "s", store.all(type, null), limit);
        }
        add(state, counts, "events", events.latest(), limit);
        ArrayNode deliveries = webhooks.render();
        counts.put("deliveries", deliveries.size());
        state.set("deliveries", deliveries);
        return state;
    }

    private static void add(ObjectNode state, ObjectNode counts, String name, List<? extends Listed> items, int limit) {
        counts.put(name, items.size());
        ArrayNode latest = state.putArray(name);
        items.reversed().stream().limit(limit).forEach(item -> latest.add(item.render()));
    }
}
