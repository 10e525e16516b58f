package org.coachbook.availability.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.coachbook.chassis.messaging.IncomingMessage;
import org.coachbook.chassis.messaging.Subscription;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.availability.AvailabilityChanged;
import org.coachbook.contracts.availability.SlotFreed;

/** Where a time is free again, or open now, somebody may be waiting for it. */
@ApplicationScoped
class WaitListMessages implements Subscription {
    private final WaitListRepository lists;
    private final Clock clock;

    WaitListMessages(WaitListRepository lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public String group() {
        return "availability-service.wait-lists";
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.AVAILABILITY_EVENTS);
    }

    @Override
    public void handle(IncomingMessage message) {
        switch (message.type()) {
            case "availability.slot-freed.v1" ->
                wake(message.as(SlotFreed.class).coachId());
            case "availability.changed.v1" ->
                wake(message.as(AvailabilityChanged.class).coachId());
            default -> {}
        }
    }

    private void wake(String coachId) {
        lists.wake(coachId, clock.instant());
    }
}
