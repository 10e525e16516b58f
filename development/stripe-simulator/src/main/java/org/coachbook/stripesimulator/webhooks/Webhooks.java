package org.coachbook.stripesimulator.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.coachbook.stripesimulator.events.Event;
import org.coachbook.stripesimulator.faults.Fault;
import org.coachbook.stripesimulator.faults.Faults;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.ObjectType;
import org.coachbook.stripesimulator.objects.Store;
import org.coachbook.stripesimulator.objects.StripeObject;
import org.coachbook.stripesimulator.objects.Timers;

/** Hands each event to the endpoints that want it, through whatever faults were ordered. */
public final class Webhooks {
    private static final int KEPT = 1_000;

    private final Store store;
    private final Faults faults;
    private final Timers timers;
    private final WebhookSender sender;
    private final Deque<Delivery> latest = new ArrayDeque<>();
    private final List<Delivery> heldBack = new ArrayList<>();

    /** Deliveries by this Vert.x; a failed one is tried again after the pause, then after ever longer ones. */
    public Webhooks(Vertx vertx, Store store, Faults faults, Timers timers, Duration firstPause) {
        this.store = store;
        this.faults = faults;
        this.timers = timers;
        this.sender = new WebhookSender(vertx, store, timers, firstPause);
    }

    /** Sends an event to every endpoint that wants it. */
    public void deliver(Event event) {
        for (StripeObject endpoint : store.all(ObjectType.WEBHOOK_ENDPOINT, null)) {
            if (wants(endpoint, event)) {
                dispatch(remember(new Delivery(event, endpoint)));
            }
        }
    }

    /** Connect endpoints get what happens on connected accounts, the others what happens on the platform. */
    private static boolean wants(StripeObject endpoint, Event event) {
        if (endpoint.flag("connect") != (event.account() != null)) {
            return false;
        }
        for (JsonNode type : endpoint.get("enabled_events")) {
            if (type.asText().equals("*") || type.asText().equals(event.type())) {
                return true;
            }
        }
        return false;
    }

    private void dispatch(Delivery delivery) {
        Fault fault = faults.forEvent(delivery.event().type());
        if (fault == null) {
            send(delivery);
            return;
        }
        switch (fault.kind()) {
            case WEBHOOK_DELAYED -> timers.after(fault.time(), () -> sender.send(delivery));
            case WEBHOOK_DUPLICATED -> {
                send(delivery);
                sender.send(remember(new Delivery(delivery.event(), delivery.endpoint())));
            }
            case WEBHOOK_REORDERED -> {
                heldBack.add(delivery);
                timers.after(fault.time(), () -> release(delivery));
            }
            default -> delivery.dropped();
        }
    }

    /** What was held back follows after the first delivery that was not. */
    private void send(Delivery delivery) {
        sender.send(delivery);
        if (!heldBack.isEmpty()) {
            timers.after(Duration.ofMillis(20), () -> List.copyOf(heldBack).forEach(this::release));
        }
    }

    private void release(Delivery delivery) {
        if (heldBack.remove(delivery)) {
            sender.send(delivery);
        }
    }

    private Delivery remember(Delivery delivery) {
        latest.addFirst(delivery);
        if (latest.size() > KEPT) {
            latest.removeLast();
        }
        return delivery;
    }

    /** The latest deliveries, newest first. */
    public ArrayNode render() {
        ArrayNode deliveries = Json.texts(List.of());
        latest.forEach(delivery -> deliveries.add(delivery.render()));
        return deliveries;
    }
}
