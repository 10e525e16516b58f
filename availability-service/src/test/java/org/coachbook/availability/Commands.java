package org.coachbook.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.availability.ConfirmSlot;
import org.coachbook.contracts.availability.MoveSlot;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.CloudEventProducer;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ReceivedMessage;
import org.coachbook.testing.ServiceStack;
import org.jspecify.annotations.Nullable;

/** Sends commands as booking-service does, and reads the replies. */
public final class Commands implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CloudEventProducer producer = new CloudEventProducer(ServiceStack.bootstrapServers());
    private final KafkaProbe replies = KafkaProbe.of(ServiceStack.bootstrapServers(), Topics.BOOKING_REPLIES);

    /** Sends it and waits for its reply. */
    public ReceivedMessage answerTo(Record command, String coachId) {
        return answerTo(event(command, coachId));
    }

    public ReceivedMessage answerTo(CloudEvent event) {
        producer.send(Topics.AVAILABILITY_COMMANDS, event);
        String id = event.headers().getOrDefault("ce_id", "");
        return replies.await(reply -> reply.header("in-reply-to").equals(id), PATIENCE);
    }

    public static CloudEvent event(Record command, String coachId) {
        String type = Objects.requireNonNull(command.getClass().getAnnotation(Contract.class))
                .type();
        return CloudEvent.of(type, "booking-service", coachId, 1, MessageJson.write(command));
    }

    /** A command for one hour, which lapses in 30 minutes unless confirmed. */
    public static ReserveSlot reserve(
            Coach coach, String sessionType, String clientId, Instant start, @Nullable String holdId, boolean confirm) {
        String booking = UUID.randomUUID().toString();
        return new ReserveSlot(
                booking + ":1",
                booking,
                coach.id,
                clientId,
                sessionType,
                start,
                60,
                holdId,
                confirm,
                Instant.now().plus(Duration.ofMinutes(30)));
    }

    public static ConfirmSlot confirm(ReserveSlot r) {
        return new ConfirmSlot(r.reservationId(), r.bookingId(), r.coachId(), r.start());
    }

    public static ReleaseSlot release(ReserveSlot r) {
        return new ReleaseSlot(r.reservationId(), r.bookingId(), r.coachId(), r.start());
    }

    /** Moves what was booked with the command to another start. */
    public static MoveSlot move(ReserveSlot booked, Instant start, boolean firmOnly) {
        return move(booked, 2, start, firmOnly);
    }

    public static MoveSlot move(ReserveSlot booked, int attempt, Instant start, boolean firmOnly) {
        return new MoveSlot(
                booked.bookingId() + ":" + attempt,
                booked.bookingId(),
                booked.coachId(),
                booked.clientId(),
                booked.sessionTypeId(),
                booked.reservationId(),
                booked.start(),
                start,
                booked.durationMinutes(),
                firmOnly);
    }

    @Override
    public void close() {
        producer.close();
        replies.close();
    }
}
