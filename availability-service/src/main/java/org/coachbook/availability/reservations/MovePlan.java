package org.coachbook.availability.reservations;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Attempt;
import org.coachbook.availability.guard.Attempt.GivenUp;
import org.coachbook.availability.guard.Attempt.OwnHold;
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
import org.coachbook.contracts.availability.MoveSlot;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.SlotFreed;
import org.coachbook.contracts.availability.SlotHeld;
import org.coachbook.contracts.availability.SlotMoved;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a command to move does under a schedule as it stands. Pure.
 *
 * @param ownHolds of the same client that are in the way of the new time, and give way
 * @param moved the old time as it stands; null when it is gone, because it was moved or released before
 */
record MovePlan(MoveSlot command, @Nullable Entry moved, List<Entry> ownHolds, Admission admission, Replies replies) {
    Planned under(Schedule schedule) {
        RefusalReason refusal = refusal(schedule);
        return refusal == null ? attempt(schedule) : Refused.because(refusal);
    }

    private @Nullable RefusalReason refusal(Schedule schedule) {
        if (moved == null) {
            return null; // a repeat may find what it did the first time; anything else the guard refuses
        }
        if (moved.kind() != Entry.Kind.CONFIRMED) {
            return RefusalReason.RELEASED;
        }
        if (!moved.from().isAfter(admission.now())) {
            return RefusalReason.TOO_SOON; // it takes place, whoever waited for this answer
        }
        RefusalReason refusal = admission.refusal(schedule, command.start(), command.durationMinutes());
        boolean firm = !command.firmOnly() || admission.mode(schedule, wanted()) == BookingMode.FIRM;
        return refusal == null && !firm ? RefusalReason.NEEDS_ACCEPTANCE : refusal;
    }

    private Candidate wanted() {
        return wanted(command, admission.type()).forBooking(command.bookingId()).onlyIfGoing();
    }

    static Candidate wanted(MoveSlot command, SessionType type) {
        return Candidate.of(type, command.start(), command.durationMinutes(), command.clientId());
    }

    private Attempt attempt(Schedule schedule) {
        Candidate wanted = wanted();
        SlotMoved reply = reply(schedule, wanted.visible());
        Entry entry = Entry.of(
                command.reservationId(),
                Entry.Kind.CONFIRMED,
                command.clientId(),
                wanted,
                Entry.NEVER,
                MessageJson.write(reply));
        List<OutboxMessage> messages = new ArrayList<>(List.of(
                replies.message(reply, command.bookingId(), command.reservationId(), 0),
                held(schedule, wanted.visible()),
                freed(schedule, command.movedReservationId(), oldTime(Entry::visible))));
        ownHolds.forEach(hold -> messages.add(freed(schedule, hold.id(), hold.visible())));
        List<OwnHold> giveWay = ownHolds.stream()
                .map(hold -> new OwnHold(hold.id(), List.of(hold.occupied())))
                .toList();
        Caps caps = Caps.of(schedule, admission.type());
        return Attempt.of(schedule, caps, entry, giveWay, messages, admission.now())
                .inExchangeFor(new GivenUp(command.movedReservationId(), oldTime(Entry::occupied)));
    }

    private SlotMoved reply(Schedule schedule, Range time) {
        return new SlotMoved(
                command.reservationId(),
                command.bookingId(),
                command.coachId(),
                command.movedReservationId(),
                time.from(),
                time.to(),
                schedule.timeZone());
    }

    private Range oldTime(Function<Entry, Range> of) {
        return moved == null ? Range.ofMinutes(command.movedStart(), command.durationMinutes()) : of.apply(moved);
    }

    private OutboxMessage held(Schedule schedule, Range time) {
        var held = new SlotHeld(command.coachId(), time.from(), time.to());
        return event(schedule, held, command.reservationId() + ":held");
    }

    /** Announced by the week of the new time, too: the write has one outbox. */
    private OutboxMessage freed(Schedule schedule, String id, Range time) {
        var freed = new SlotFreed(command.coachId(), time.from(), time.to());
        return event(schedule, freed, id + ":freed");
    }

    private OutboxMessage event(Schedule schedule, Record event, String id) {
        return OutboxMessage.of(event, id, command.coachId(), CalendarWeeks.idOf(schedule, command.start()), 0);
    }
}
