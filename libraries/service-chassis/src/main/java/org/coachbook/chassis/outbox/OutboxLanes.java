package org.coachbook.chassis.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lanes that this replica sends. Each answers what is to be sent now: one message or none. */
final class OutboxLanes {
    private final Map<OutboxLane.Key, OutboxLane> lanes = new ConcurrentHashMap<>();

    /** Takes messages over if they are ours: the first for their topic, or behind others that are on their way here. */
    List<OutboxMessage> take(OutboxLane.Key key, List<OutboxMessage> messages, boolean first) {
        List<OutboxMessage> next = new ArrayList<>(1);
        lanes.compute(key, (_, lane) -> {
            if (!first && (lane == null || !lane.holdsAny(messages))) {
                return lane;
            }
            OutboxLane ours = lane == null ? new OutboxLane() : lane;
            ours.add(messages).ifPresent(next::add);
            return ours;
        });
        return next;
    }

    /** Takes over what was found behind messages of ours. */
    List<OutboxMessage> takeUp(OutboxLane.Key key, List<OutboxMessage> messages) {
        return lanes.containsKey(key) ? take(key, messages, true) : List.of();
    }

    List<OutboxMessage> acknowledged(OutboxLane.Key key) {
        List<OutboxMessage> next = new ArrayList<>(1);
        lanes.computeIfPresent(key, (_, lane) -> {
            lane.next().ifPresent(next::add);
            return lane;
        });
        return next;
    }

    void breakAt(OutboxLane.Key key, OutboxMessage failed) {
        lanes.computeIfPresent(key, (_, lane) -> {
            lane.breakAt(failed);
            return lane.isDone() ? null : lane;
        });
    }

    void settled(OutboxLane.Key key, String messageId) {
        lanes.computeIfPresent(key, (_, lane) -> lane.settled(messageId) ? null : lane);
    }
}
