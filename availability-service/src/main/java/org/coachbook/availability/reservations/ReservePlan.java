package org.coachbook.availability.reservations;

import java.util.ArrayList;
import java.util.List;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Attempt;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Candidate;
import org.coachbook.availability.guard.Caps;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Planned;
import org.coachbook.availability.holds.Hold;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReserveSlot;
import org.coachbook.contracts.availability.SlotFreed;
import org.coachbook.contracts.availability.SlotHeld;
import org.coachbook.contracts.availability.SlotReserved;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a command to reserve does under a schedule as it stands. Pure.
 *
 * @param takenOver the client's hold with this coach that the booking is made of, whatever time it holds; null: none
 */
record ReservePlan(ReserveSlot command, @Nullable Hold takenOver, Admission admission, Replies replies) {
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
                messages(schedule, wanted, reserved),
                admission.now());
    }

    /** Then it is not enough to be seated: the confirmation tells whether the session takes place. */
    private static boolean waitsForOthers(Candidate wanted) {
        return wanted.seat() != null && wanted.seat().minimum() != null;
    }

    private List<Attempt.OwnHold> ownHolds() {
        return takenOver == null
                ? List.of()
                : List.of(new Attempt.OwnHold(takenOver.id(), List.of(takenOver.occupied())));
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

    /** A hold of another time than is booked is free by the same write. */
    private List<OutboxMessage> messages(Schedule schedule, Candidate wanted, SlotReserved reserved) {
        Range time = wanted.visible();
        List<OutboxMessage> messages = new ArrayList<>(List.of(replies.reserved(reserved)));
        if (takenOver != null && !takenOver.visible().equals(time)) {
            var freed = new SlotFreed(command.coachId(), takenOver.from(), takenOver.to());
            messages.add(event(schedule, freed, takenOver.id() + ":freed"));
        }
        var held = new SlotHeld(command.coachId(), time.from(), time.to());
        messages.add(event(schedule, held, command.reservationId() + ":held"));
        return messages;
    }

    private OutboxMessage event(Schedule schedule, Record event, String id) {
        String weekId = CalendarWeeks.idOf(schedule, command.start());
        return OutboxMessage.of(event, id, command.coachId(), weekId, 0);
    }
}
