package org.coachbook.availability.reservations;

import java.util.List;
import org.coachbook.availability.guard.Attempt;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Candidate;
import org.coachbook.availability.guard.Caps;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Planned;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.contracts.availability.SlotHeld;
import org.coachbook.contracts.availability.SlotReserved;

/** Decides what a command to reserve does under a schedule as it stands. Pure. */
record ReservePlan(ReserveSlot command, Admission admission, Replies replies) {
    Planned under(Schedule schedule) {
        RefusalReason refusal = admission.refusal(schedule, command.start(), command.durationMinutes());
        return refusal == null ? attempt(schedule) : Refused.because(refusal);
    }

    private Attempt attempt(Schedule schedule) {
        SessionType type = admission.type();
        Candidate wanted = Candidate.of(type, command.start(), command.durationMinutes(), command.clientId())
                .forBooking(command.bookingId());
        BookingMode mode = admission.mode(schedule, wanted);
        boolean confirmed = command.confirm() && mode == BookingMode.FIRM && !waitsForOthers(wanted);
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
                admission.now());
    }

    /** Then it is not enough to be seated: the confirmation tells whether the session takes place. */
    private static boolean waitsForOthers(Candidate wanted) {
        return wanted.seat() != null && wanted.seat().minimum() != null;
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
