package org.coachbook.booking.process;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.jspecify.annotations.Nullable;

/**
 * A booking as it is stored: one document, changed by one conditional write.
 *
 * @param id made of the client, the route and the idempotency key
 * @param version rises with each write and guards it
 * @param nextTimerAt when the process wants to be woken
 * @param stuck set while the process cannot go on
 * @param outbox messages not yet acknowledged by the broker
 */
public record Booking(
        @BsonId String id,
        long version,
        Order order,
        Progress progress,
        @Nullable Instant nextTimerAt,
        @Nullable Stuck stuck,
        List<OutboxMessage> outbox,
        @Nullable Instant outboxPendingSince) {

    /** A booking that was just ordered and has done nothing yet. */
    static Booking ordered(String id, Order order, Instant now) {
        return new Booking(id, 0, order, Progress.ordered(order, now), null, null, List.of(), null);
    }

    public BookingStatus status() {
        return progress.status();
    }

    /** The step the process is at. */
    public Step step() {
        return Step.named(progress.step());
    }

    /** Whether a command is out whose reply decides what comes next. */
    public boolean isInFlight() {
        return Step.find(progress.step()).map(Step::isInFlight).orElse(false);
    }

    /** What the calendar knows this booking's time by. */
    public String reservationId() {
        return progress.slot().reservationId(id);
    }

    Booking moved(Progress next, @Nullable Instant timer) {
        return new Booking(id, version + 1, order, next, timer, stuck, List.of(), null);
    }
}
