package org.coachbook.availability.reservations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.guard.StandingEntries;
import org.coachbook.availability.guard.StandingEntries.Change;
import org.coachbook.availability.guard.StandingEntries.Changed;
import org.coachbook.availability.holds.BookingAllowance;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.ConfirmSlot;
import org.coachbook.contracts.availability.ExtendSlot;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.ReleaseSlot;
import org.coachbook.contracts.availability.SlotFreed;

/**
 * Confirms, extends and releases what was reserved, in the calendar and then in the client's allowance; each answers the
 * reply to send directly, if any.
 */
@ApplicationScoped
class ReservedTimes {
    private static final long NO_WEEK = 1;

    private final StandingEntries standing;
    private final Schedules schedules;
    private final BookingAllowance allowance;

    ReservedTimes(StandingEntries standing, Schedules schedules, BookingAllowance allowance) {
        this.standing = standing;
        this.schedules = schedules;
        this.allowance = allowance;
    }

    Optional<OutboxMessage> confirm(ConfirmSlot command, String commandId) {
        Replies replies = new Replies(commandId);
        Schedule schedule = schedules.of(command.coachId()).orElse(null);
        if (schedule == null) {
            return Optional.of(replies.lost(command, RefusalReason.RELEASED, NO_WEEK));
        }
        Changed changed = standing.confirm(
                schedule,
                command.reservationId(),
                command.start(),
                decidesAt -> replies.confirmed(command, decidesAt, 0),
                replies.lost(command, RefusalReason.HOLD_EXPIRED, 0));
        allowance.settled(command.bookingId());
        return switch (changed.change()) {
            case DONE, LOST -> Optional.empty();
            case REPEATED -> Optional.of(replies.confirmed(command, changed.decidesAt(), changed.sequence()));
            case GONE -> Optional.of(replies.lost(command, RefusalReason.RELEASED, changed.sequence()));
            case CALLED_OFF -> Optional.of(replies.off(command, changed.sequence()));
        };
    }

    Optional<OutboxMessage> extend(ExtendSlot command, String commandId) {
        Replies replies = new Replies(commandId);
        Schedule schedule = schedules.of(command.coachId()).orElse(null);
        if (schedule == null) {
            return Optional.of(replies.lost(command, RefusalReason.RELEASED, NO_WEEK));
        }
        Changed changed = standing.extend(
                schedule,
                command.reservationId(),
                command.start(),
                command.expiresAt(),
                replies.extended(command, 0),
                replies.lost(command, RefusalReason.HOLD_EXPIRED, 0));
        countExtended(command, changed.change());
        return switch (changed.change()) {
            case DONE, LOST -> Optional.empty();
            case REPEATED -> Optional.of(replies.extended(command, changed.sequence()));
            case GONE, CALLED_OFF -> Optional.of(replies.lost(command, RefusalReason.RELEASED, changed.sequence()));
        };
    }

    private void countExtended(ExtendSlot command, Change change) {
        boolean stands =
                switch (change) {
                    case DONE, REPEATED -> true;
                    case LOST, GONE, CALLED_OFF -> false;
                };
        if (stands) {
            boolean withCoach = !Boolean.FALSE.equals(command.withCoach());
            allowance.extended(command.bookingId(), List.of(command.reservationId()), command.expiresAt(), withCoach);
        } else {
            allowance.released(command.bookingId(), command.reservationId());
        }
    }

    Optional<OutboxMessage> release(ReleaseSlot command, String commandId) {
        Replies replies = new Replies(commandId);
        Schedule schedule = schedules.of(command.coachId()).orElse(null);
        if (schedule == null) {
            return Optional.of(replies.released(command, NO_WEEK));
        }
        Changed changed = standing.release(
                schedule,
                command.reservationId(),
                command.start(),
                entry -> entry == null
                        ? List.of(replies.released(command, 0))
                        : List.of(replies.released(command, 0), freed(schedule, command, entry)));
        allowance.released(command.bookingId(), command.reservationId());
        return switch (changed.change()) {
            case DONE, LOST -> Optional.empty();
            case REPEATED, GONE, CALLED_OFF -> Optional.of(replies.released(command, changed.sequence()));
        };
    }

    private static OutboxMessage freed(Schedule schedule, ReleaseSlot command, Entry entry) {
        var freed = new SlotFreed(command.coachId(), entry.from(), entry.to());
        String weekId = CalendarWeeks.idOf(schedule, command.start());
        return OutboxMessage.of(freed, command.reservationId() + ":freed", command.coachId(), weekId, 0);
    }
}
