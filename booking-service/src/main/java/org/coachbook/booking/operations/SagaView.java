package org.coachbook.booking.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.BookingStatus;
import org.coachbook.booking.process.Progress;
import org.coachbook.booking.process.Stuck;
import org.coachbook.booking.process.Undo;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A saga as the operator sees it; no personal data.
 *
 * @param ageSeconds since it entered its step
 * @param outstanding the command it waits for
 * @param owed what is being given back and not answered yet
 * @param error why it is stuck
 * @param unhandled replies that wait until it is resumed
 * @param unsent messages that wait for the broker
 */
@Schema(name = "Saga")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SagaView(
        String id,
        BookingStatus status,
        String step,
        Instant stepSince,
        long ageSeconds,
        @Nullable Instant nextTimerAt,
        @Nullable String outstanding,
        List<Undo> owed,
        @Nullable Instant stuckSince,
        @Nullable String error,
        int unhandled,
        int unsent,
        long version) {
    static SagaView of(Booking booking, Instant now) {
        Progress progress = booking.progress();
        Stuck stuck = booking.stuck();
        return new SagaView(
                booking.id(),
                booking.status(),
                progress.step(),
                progress.stepSince(),
                Duration.between(progress.stepSince(), now).toSeconds(),
                booking.nextTimerAt(),
                progress.outstanding() == null ? null : progress.outstanding().type(),
                progress.owed(),
                stuck == null ? null : stuck.since(),
                stuck == null ? null : stuck.error(),
                stuck == null ? 0 : stuck.unhandled().size(),
                booking.outbox().size(),
                booking.version());
    }
}
