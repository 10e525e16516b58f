package org.coachbook.notification.live;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import org.coachbook.chassis.messaging.IncomingMessage;
import org.coachbook.contracts.availability.AvailabilityChanged;
import org.coachbook.contracts.availability.SlotFreed;
import org.coachbook.contracts.availability.SlotHeld;
import org.coachbook.notification.notice.EventType;

/**
 * Tells those who watch a calendar that free times changed. These frames are not kept: who was away asks for the slots
 * anew.
 */
@Singleton
class AvailabilityFrames {
    private static final String CHANGED = EventType.of(AvailabilityChanged.class);
    private static final String HELD = EventType.of(SlotHeld.class);
    private static final String FREED = EventType.of(SlotFreed.class);

    private final LiveSockets sockets;

    AvailabilityFrames(LiveSockets sockets) {
        this.sockets = sockets;
    }

    void show(IncomingMessage message) {
        if (message.type().equals(CHANGED)) {
            AvailabilityChanged event = message.as(AvailabilityChanged.class);
            send(message, event.coachId(), Map.of("coachId", event.coachId(), "weeks", event.weeks()));
        } else if (message.type().equals(HELD)) {
            SlotHeld event = message.as(SlotHeld.class);
            send(message, event.coachId(), time("held", event.coachId(), event.start(), event.end()));
        } else if (message.type().equals(FREED)) {
            SlotFreed event = message.as(SlotFreed.class);
            send(message, event.coachId(), time("freed", event.coachId(), event.start(), event.end()));
        }
    }

    private static Map<String, Object> time(String change, String coachId, Instant start, Instant end) {
        return Map.of("coachId", coachId, "change", change, "start", start, "end", end);
    }

    private void send(IncomingMessage message, String coachId, Map<String, ?> data) {
        Instant at = Instant.ofEpochMilli(message.appendedAtMillis());
        sockets.toWatchers(coachId, FrameJson.event("availability_update", message.id(), message.sequence(), at, data));
    }
}
