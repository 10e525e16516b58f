package org.coachbook.availability.reservations;

import java.time.Instant;
import java.util.List;
import org.coachbook.availability.calendar.Ranges;
import org.coachbook.availability.connections.Viewer;
import org.coachbook.availability.guard.Attempt;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Candidate;
import org.coachbook.availability.guard.Caps;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Planned;
import org.coachbook.availability.guard.StartRules;
import org.coachbook.availability.schedules.OpenTimes;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.contracts.availability.SlotHeld;
import org.coachbook.contracts.availability.SlotReserved;
import org.jspecify.annotations.Nullable;

/** Decides what a command to reserve does under a schedule as it stands. Pure. */
record ReservePlan(ReserveSlot command, SessionType type, Viewer client, Replies replies, Instant now) {

    Planned under(Schedule schedule) {
        RefusalReason refusal = refusal(schedule);
        return refusal == null ? attempt(schedule) : Refused.because(refusal);
    }

    private @Nullable RefusalReason refusal(Schedule schedule) {
        if (!client.maySee(schedule.calendarVisibility())) {
            return RefusalReason.UNKNOWN_SESSION_TYPE;
        }
        StartRules.Wrong wrong = StartRules.of(schedule, type, now).wrong(command.start(), command.durationMinutes());
        return switch (wrong) {
            case null -> null;
            case DURATION, OFF_GRID -> RefusalReason.OUTSIDE_AVAILABILITY;
            case PAST, TOO_SOON -> RefusalReason.TOO_SOON;
            case OUTSIDE_WINDOW -> RefusalReason.NOT_YET_BOOKABLE;
        };
    }

    private Attempt attempt(Schedule schedule) {
        Candidate wanted = Candidate.of(type, command.start(), command.durationMinutes(), command.clientId());
        BookingMode mode = mode(schedule, wanted);
        boolean confirmed = command.confirm() && mode == BookingMode.FIRM;
        SlotReserved reserved = new SlotReserved(
                command.reservationId(),
                command.bookingId(),
                command.coachId(),
                mode,
                confirmed,
                type.terms(),
                wanted.visible().from(),
                wanted.visible().to(),
                schedule.timeZone());
        return Attempt.of(
                schedule,
                Caps.of(schedule, type),
                entry(wanted, confirmed, MessageJson.write(reserved)),
                ownHolds(),
                List.of(replies.reserved(reserved), held(schedule, wanted)),
                now);
    }

    /** Firm only where the whole session lies in times opened for instant booking. */
    private BookingMode mode(Schedule schedule, Candidate wanted) {
        var instant = OpenTimes.of(schedule, type.id(), wanted.visible()).instant();
        return type.settings()
                .bookingRules()
                .mode(command.start(), now, client.isConnected(), Ranges.cover(instant, wanted.visible()));
    }

    private List<Attempt.OwnHold> ownHolds() {
        return command.holdId() == null ? List.of() : List.of(new Attempt.OwnHold(command.holdId(), List.of()));
    }

    private Entry entry(Candidate wanted, boolean confirmed, String reply) {
        return Entry.of(
                command.reservationId(),
                confirmed ? Entry.Kind.CONFIRMED : Entry.Kind.RESERVED,
                command.clientId(),
                wanted,
                confirmed ? Entry.NEVER : command.expiresAt(),
                reply);
    }

    private OutboxMessage held(Schedule schedule, Candidate wanted) {
        var held = new SlotHeld(
                command.coachId(), wanted.visible().from(), wanted.visible().to());
        String weekId = CalendarWeeks.idOf(schedule, command.start());
        return OutboxMessage.of(held, command.reservationId() + ":held", command.coachId(), weekId, 0);
    }
}
