package org.coachbook.availability.reservations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.Alternative;
import org.coachbook.contracts.availability.AlternativesHeld;
import org.coachbook.contracts.availability.OfferAlternatives;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.SlotFreed;
import org.coachbook.contracts.availability.SlotHeld;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a command to offer other times does under a schedule as it stands: an attempt for each, of which the first
 * also gives the requested time up and answers. Pure.
 *
 * @param elsewhere why times cannot be had by the coach's external calendars, by their reservation ids
 * @param requested the time that is given up; null where it is kept
 */
record OfferPlan(
        OfferAlternatives command,
        Map<String, RefusalReason> elsewhere,
        @Nullable Requested requested,
        Admission admission,
        Replies replies) {
    /** A requested time, with and without its buffers. */
    record Requested(String id, Range visible, Range occupied) {}

    List<Planned> under(Schedule schedule) {
        return command.alternatives().stream()
                .map(alternative -> planned(schedule, alternative))
                .toList();
    }

    /** The answer when all of them are kept. */
    static AlternativesHeld held(OfferAlternatives command, Schedule schedule) {
        return new AlternativesHeld(
                command.bookingId(),
                command.coachId(),
                command.alternatives(),
                command.expiresAt(),
                schedule.timeZone());
    }

    private Planned planned(Schedule schedule, Alternative alternative) {
        RefusalReason elsewhereRefused = elsewhere.get(alternative.reservationId());
        if (elsewhereRefused != null) {
            return Refused.because(elsewhereRefused);
        }
        RefusalReason refusal = admission.refusal(schedule, alternative.start(), command.durationMinutes());
        return refusal == null ? attempt(schedule, alternative) : Refused.because(refusal);
    }

    private Attempt attempt(Schedule schedule, Alternative alternative) {
        boolean first = alternative.equals(command.alternatives().getFirst());
        Candidate wanted = wanted(alternative);
        Entry entry = Entry.of(
                        alternative.reservationId(),
                        Entry.Kind.OFFERED,
                        command.clientId(),
                        wanted,
                        command.expiresAt(),
                        null)
                .offered()
                .beside(command.besidesReservationId());
        List<OwnHold> own =
                requested == null ? List.of() : List.of(new OwnHold(requested.id(), List.of(requested.occupied())));
        Attempt attempt = Attempt.of(
                schedule,
                Caps.of(schedule, admission.type()),
                entry,
                own,
                messages(schedule, alternative, wanted, first),
                admission.now());
        return first && requested != null
                ? attempt.inExchangeFor(new GivenUp(requested.id(), requested.occupied()))
                : attempt;
    }

    private Candidate wanted(Alternative alternative) {
        Candidate wanted = Candidate.of(
                        admission.type(), alternative.start(), command.durationMinutes(), command.clientId())
                .forBooking(command.bookingId());
        return command.besidesReservationId() == null ? wanted : wanted.onlyIfGoing();
    }

    private List<OutboxMessage> messages(Schedule schedule, Alternative alternative, Candidate wanted, boolean first) {
        List<OutboxMessage> messages = new ArrayList<>();
        Range time = wanted.visible();
        if (first) {
            messages.add(replies.message(held(command, schedule), command.bookingId(), alternative.reservationId(), 0));
        }
        var held = new SlotHeld(command.coachId(), time.from(), time.to());
        messages.add(event(schedule, alternative, held, alternative.reservationId() + ":held"));
        if (first && requested != null) {
            Range old = requested.visible();
            var freed = new SlotFreed(command.coachId(), old.from(), old.to());
            messages.add(event(schedule, alternative, freed, requested.id() + ":freed"));
        }
        return messages;
    }

    private OutboxMessage event(Schedule schedule, Alternative alternative, Record event, String id) {
        String weekId = CalendarWeeks.idOf(schedule, alternative.start());
        return OutboxMessage.of(event, id, command.coachId(), weekId, 0);
    }
}
