package org.coachbook.availability.reservations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.coachbook.chassis.messaging.IncomingMessage;
import org.coachbook.chassis.messaging.MessagePublisher;
import org.coachbook.chassis.messaging.Subscription;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.availability.ConfirmSlot;
import org.coachbook.contracts.availability.ExtendSlot;
import org.coachbook.contracts.availability.MoveSlot;
import org.coachbook.contracts.availability.OfferAlternatives;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.availability.ReserveSlot;

/**
 * Commands to the calendar. What changes it is answered through the week's outbox; a refusal or the answer to a repeat
 * changes nothing, so it is sent here, before the offset of the command is committed.
 */
@ApplicationScoped
class AvailabilityCommandMessages implements Subscription {
    private final Reservations reservations;
    private final ReservedTimes reserved;
    private final Offers offers;
    private final MessagePublisher publisher;

    AvailabilityCommandMessages(
            Reservations reservations, ReservedTimes reserved, Offers offers, MessagePublisher publisher) {
        this.reservations = reservations;
        this.reserved = reserved;
        this.offers = offers;
        this.publisher = publisher;
    }

    @Override
    public String group() {
        return "availability-service.commands";
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.AVAILABILITY_COMMANDS);
    }

    @Override
    public void handle(IncomingMessage message) {
        String id = message.id();
        Optional<OutboxMessage> reply =
                switch (message.type()) {
                    case "availability.reserve-slot.v1" -> reservations.reserve(message.as(ReserveSlot.class), id);
                    case "availability.extend-slot.v1" -> reserved.extend(message.as(ExtendSlot.class), id);
                    case "availability.confirm-slot.v1" -> reserved.confirm(message.as(ConfirmSlot.class), id);
                    case "availability.release-slot.v1" -> reserved.release(message.as(ReleaseSlot.class), id);
                    case "availability.move-slot.v1" -> reservations.move(message.as(MoveSlot.class), id);
                    case "availability.offer-alternatives.v1" -> offers.offer(message.as(OfferAlternatives.class), id);
                    default -> Optional.empty();
                };
        reply.ifPresent(this::send);
    }

    private void send(OutboxMessage reply) {
        try {
            publisher.publish(reply).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
