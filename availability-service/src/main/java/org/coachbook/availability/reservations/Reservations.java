package org.coachbook.availability.reservations;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.connections.Viewer;
import org.coachbook.availability.connections.Viewers;
import org.coachbook.availability.externalcalendars.ExternalCalendars;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Candidate;
import org.coachbook.availability.guard.Guard;
import org.coachbook.availability.guard.Outcome;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Outcome.Repeated;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.availability.sessiontypes.SessionTypes;
import org.coachbook.availability.slots.FreeTimes;
import org.coachbook.chassis.messaging.Headers;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.contracts.availability.SlotReserved;
import org.coachbook.contracts.availability.TimeRange;
import org.jspecify.annotations.Nullable;

/** Reserves times for bookings. */
@ApplicationScoped
class Reservations {
    private static final Contract RESERVED = Objects.requireNonNull(SlotReserved.class.getAnnotation(Contract.class));

    private final SessionTypes types;
    private final Schedules schedules;
    private final Viewers viewers;
    private final Guard guard;
    private final FreeTimes freeTimes;
    private final ExternalCalendars elsewhere;
    private final CalendarWeeks weeks;
    private final Clock clock;
    private final MeterRegistry meters;

    Reservations(
            SessionTypes types,
            Schedules schedules,
            Viewers viewers,
            Guard guard,
            FreeTimes freeTimes,
            ExternalCalendars elsewhere,
            CalendarWeeks weeks,
            Clock clock,
            MeterRegistry meters) {
        this.types = types;
        this.schedules = schedules;
        this.viewers = viewers;
        this.guard = guard;
        this.freeTimes = freeTimes;
        this.elsewhere = elsewhere;
        this.weeks = weeks;
        this.clock = clock;
        this.meters = meters;
    }

    /** Reserves; answers the reply to send directly, or nothing when the calendar's own write sends it. */
    Optional<OutboxMessage> reserve(ReserveSlot command, String commandId) {
        Replies replies = new Replies(commandId);
        Viewer client = viewers.of(command.coachId(), command.clientId());
        SessionType type = types.bookable(command.coachId(), command.sessionTypeId())
                .filter(t -> client.maySee(t.settings().calendarVisibility()))
                .orElse(null);
        Schedule schedule = schedules.of(command.coachId()).orElse(null);
        if (type == null || schedule == null) {
            return refused(replies, command, Refused.because(RefusalReason.UNKNOWN_SESSION_TYPE), List.of());
        }
        Outcome outcome = takenElsewhere(schedule, type, command)
                ? Refused.because(RefusalReason.OVERLAPS)
                : guard.reserve(schedule, current -> new ReservePlan(command, type, client, replies, clock.instant())
                        .under(current));
        return switch (outcome) {
            case Taken _ -> taken();
            case Repeated repeated -> Optional.of(again(replies, command, repeated));
            case Refused refused -> refused(replies, command, refused, nearest(command, schedule, type, refused));
        };
    }

    /** By what was last read of external calendars; what came into them after the reservation does not undo it. */
    private boolean takenElsewhere(Schedule schedule, SessionType type, ReserveSlot command) {
        if (!type.settings().duration().allow(command.durationMinutes())) {
            return false;
        }
        Range occupied = Candidate.of(type, command.start(), command.durationMinutes(), command.clientId())
                .occupied();
        return elsewhere.busy(schedule, occupied).block(occupied)
                && weeks.entry(schedule, command.reservationId(), command.start()) == null;
    }

    private Optional<OutboxMessage> taken() {
        meters.counter("slots.reserved").increment();
        return Optional.empty();
    }

    private Optional<OutboxMessage> refused(
            Replies replies, ReserveSlot command, Refused refused, List<TimeRange> nearest) {
        String reason = refused.reason().name().toLowerCase(Locale.ROOT);
        meters.counter("slots.refused", "reason", reason).increment();
        return Optional.of(replies.refused(command, refused.reason(), nearest, refused.sequence()));
    }

    private List<TimeRange> nearest(ReserveSlot command, Schedule schedule, SessionType type, Refused refused) {
        boolean useful = refused.reason() != RefusalReason.RELEASED
                && refused.reason() != RefusalReason.UNKNOWN_SESSION_TYPE
                && type.settings().duration().allow(command.durationMinutes());
        var wanted = new FreeTimes.Wanted(schedule, type, command.durationMinutes(), command.clientId());
        return useful ? freeTimes.nearest(wanted, command.start()) : List.of();
    }

    /** What was answered when the reservation was made, once more. */
    private static OutboxMessage again(Replies replies, ReserveSlot command, Repeated repeated) {
        @Nullable String reply = repeated.entry().reply();
        if (reply == null) {
            return replies.refused(command, RefusalReason.OVERLAPS, List.of(), repeated.sequence());
        }
        return new OutboxMessage(
                replies.commandId() + ":reply",
                RESERVED.type(),
                RESERVED.topic(),
                command.bookingId(),
                command.reservationId(),
                repeated.sequence(),
                reply,
                Map.of(Headers.IN_REPLY_TO, replies.commandId()));
    }
}
