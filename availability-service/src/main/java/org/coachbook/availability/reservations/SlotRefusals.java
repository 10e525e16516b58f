package org.coachbook.availability.reservations;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.coachbook.availability.bookable.Bookable;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Repeated;
import org.coachbook.availability.slots.FreeTimes;
import org.coachbook.availability.slots.NearestTimes;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.MoveSlot;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.contracts.availability.SlotRefused;
import org.coachbook.contracts.availability.TimeRange;
import org.jspecify.annotations.Nullable;

/** Answers that a time cannot be had: counted, and with the nearest ones that can. */
@ApplicationScoped
class SlotRefusals {
    private static final Set<RefusalReason> NOT_THE_TIMES_FAULT = EnumSet.of(
            RefusalReason.RELEASED,
            RefusalReason.UNKNOWN_SESSION_TYPE,
            RefusalReason.CALENDAR_NOT_CHECKED,
            RefusalReason.TOO_MANY_HOLDS,
            RefusalReason.TOO_MANY_REQUESTS);

    private final NearestTimes nearest;
    private final MeterRegistry meters;

    SlotRefusals(NearestTimes nearest, MeterRegistry meters) {
        this.nearest = nearest;
        this.meters = meters;
    }

    /**
     * What a command asked for.
     *
     * @param holdId of the time, where it is held already
     */
    record Asked(
            String reservationId,
            String bookingId,
            String coachId,
            String clientId,
            String sessionTypeId,
            Instant start,
            int minutes,
            @Nullable String holdId) {
        static Asked of(ReserveSlot c) {
            return new Asked(
                    c.reservationId(),
                    c.bookingId(),
                    c.coachId(),
                    c.clientId(),
                    c.sessionTypeId(),
                    c.start(),
                    c.durationMinutes(),
                    c.holdId());
        }

        static Asked of(MoveSlot c) {
            return new Asked(
                    c.reservationId(),
                    c.bookingId(),
                    c.coachId(),
                    c.clientId(),
                    c.sessionTypeId(),
                    c.start(),
                    c.durationMinutes(),
                    null);
        }
    }

    /** The answer where there is nothing to book. */
    OutboxMessage nothingToBook(Replies replies, Asked asked) {
        return answer(replies, asked, Refused.because(RefusalReason.UNKNOWN_SESSION_TYPE), List.of());
    }

    /** The answer where the id has a time that was taken in another way. */
    OutboxMessage taken(Replies replies, Asked asked, Repeated repeated) {
        return answer(replies, asked, new Refused(RefusalReason.OVERLAPS, repeated.sequence()), List.of());
    }

    /** The answer where the time is not to be had. */
    OutboxMessage answer(Replies replies, Asked asked, Bookable bookable, Refused refused) {
        return answer(replies, asked, refused, nearest(asked, bookable, refused));
    }

    private OutboxMessage answer(Replies replies, Asked asked, Refused refused, List<TimeRange> nearest) {
        count(refused.reason());
        var reply =
                new SlotRefused(asked.reservationId(), asked.bookingId(), asked.coachId(), refused.reason(), nearest);
        return replies.refused(reply, refused.sequence());
    }

    void count(RefusalReason reason) {
        meters.counter("slots.refused", "reason", reason.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private List<TimeRange> nearest(Asked asked, Bookable bookable, Refused refused) {
        boolean useful = !NOT_THE_TIMES_FAULT.contains(refused.reason())
                && bookable.type().settings().duration().allow(asked.minutes());
        var wanted = new FreeTimes.Wanted(bookable.schedule(), bookable.type(), asked.minutes(), asked.clientId());
        return useful ? nearest.to(asked.start(), wanted) : List.of();
    }
}
