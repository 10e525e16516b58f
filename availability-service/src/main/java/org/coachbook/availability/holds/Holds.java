package org.coachbook.availability.holds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbook.availability.externalcalendars.ExternalCalendars;
import org.coachbook.availability.guard.Attempt;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Candidate;
import org.coachbook.availability.guard.Caps;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.guard.Guard;
import org.coachbook.availability.guard.Outcome;
import org.coachbook.availability.guard.Outcome.Refused;
import org.coachbook.availability.guard.Rush;
import org.coachbook.availability.guard.Seat;
import org.coachbook.availability.guard.StandingEntries;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.availability.sessiontypes.SessionType;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.http.ProblemException;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.RefusalReason;
import org.coachbook.contracts.availability.SlotFreed;
import org.coachbook.contracts.availability.SlotHeld;
import org.jspecify.annotations.Nullable;

/** Places and removes holds: the allowance first, then the calendar. */
@ApplicationScoped
class Holds {
    private final HoldAllowanceRepository allowances;
    private final Rush rush;
    private final Guard guard;
    private final StandingEntries standing;
    private final CalendarWeeks weeks;
    private final ExternalCalendars elsewhere;
    private final Schedules schedules;
    private final Clock clock;

    Holds(
            HoldAllowanceRepository allowances,
            Rush rush,
            Guard guard,
            StandingEntries standing,
            CalendarWeeks weeks,
            ExternalCalendars elsewhere,
            Schedules schedules,
            Clock clock) {
        this.allowances = allowances;
        this.rush = rush;
        this.guard = guard;
        this.standing = standing;
        this.weeks = weeks;
        this.elsewhere = elsewhere;
        this.schedules = schedules;
        this.clock = clock;
    }

    /** Places a hold; holds of the same person that are in its way give way when it succeeds. */
    Outcome place(String userId, Schedule schedule, SessionType type, Hold hold) {
        return rush.attempt(
                attempt(userId, schedule, type, hold, List.of()), () -> placeNow(userId, schedule, type, hold));
    }

    private Outcome placeNow(String userId, Schedule schedule, SessionType type, Hold wanted) {
        if (takenElsewhere(schedule, wanted) && find(userId, wanted.id()).isEmpty()) {
            return Refused.because(RefusalReason.OVERLAPS);
        }
        Instant now = clock.instant();
        HoldAllowance before = allowances
                .change(userId, known -> admitted(known.at(now), wanted).keeping(known.lapsedBy(now)))
                .at(now);
        Hold hold = before.placeable(wanted);
        List<Hold> replaced = before.replacedBy(hold);
        Outcome outcome;
        try {
            outcome = guard.reserve(schedule, current -> attempt(userId, current, type, hold, replaced));
        } catch (ProblemException e) {
            undo(userId, before, hold); // what ends with a problem has taken nothing
            throw e;
        }
        if (outcome instanceof Refused) {
            allowances.change(userId, known -> known.undone(hold.id()));
        } else if (!replaced.isEmpty()) {
            List<String> ids = replaced.stream().map(Hold::id).toList();
            allowances.change(userId, known -> known.without(ids));
        }
        return outcome;
    }

    private boolean takenElsewhere(Schedule schedule, Hold hold) {
        return elsewhere.busy(schedule, hold.occupied()).requireChecked().block(hold.occupied());
    }

    /** An earlier request with the same key may have placed it, and then it stays. */
    private void undo(String userId, HoldAllowance before, Hold hold) {
        if (before.find(hold.id()) == null) {
            allowances.change(userId, known -> known.undone(hold.id()));
        }
    }

    private static HoldAllowance admitted(HoldAllowance allowance, Hold hold) {
        Hold known = allowance.find(hold.id());
        if (known != null) {
            if (!known.sameAs(hold)) {
                throw Problem.of(422, "idempotency-key-reused", "This key was used for another hold.")
                        .asException();
            }
            return allowance;
        }
        HoldAllowance more = allowance.with(allowance.placeable(hold));
        if (more == null) {
            throw Problem.of(429, "too-many-holds", whyTooMany(allowance, hold)).asException();
        }
        return more;
    }

    private static String whyTooMany(HoldAllowance allowance, Hold hold) {
        Instant again = allowance.againWith(hold.coachId());
        return again == null
                ? "You keep " + HoldAllowance.MOST_LIVE + " times without having paid; book or give back one of them."
                : "You have held times of this coach " + HoldAllowance.MOST_AN_HOUR + " times within an hour; you can"
                        + " again in "
                        + (Duration.between(hold.placedAt(), again).toMinutes() + 1) + " minutes.";
    }

    private Attempt attempt(String userId, Schedule schedule, SessionType type, Hold hold, List<Hold> replaced) {
        Seat seat = Seat.of(type, hold.visible());
        Candidate wanted = new Candidate(hold.sessionTypeId(), hold.visible(), hold.occupied(), seat, userId);
        Entry entry = Entry.of(hold.id(), Entry.Kind.HELD, userId, wanted, hold.expiresAt(), null);
        return Attempt.of(
                schedule,
                Caps.of(schedule, type),
                entry,
                replaced.stream()
                        .map(h -> new Attempt.OwnHold(h.id(), List.of(h.occupied())))
                        .toList(),
                messages(schedule, hold, replaced),
                clock.instant());
    }

    /** All of them are told by the week of the new time, because a write has one outbox. */
    private static List<OutboxMessage> messages(Schedule schedule, Hold hold, List<Hold> replaced) {
        var held = new SlotHeld(hold.coachId(), hold.from(), hold.to());
        Stream<OutboxMessage> freed = replaced.stream()
                .map(old -> message(
                        new SlotFreed(old.coachId(), old.from(), old.to()), old.id() + ":freed", schedule, hold));
        return Stream.concat(freed, Stream.of(message(held, hold.id() + ":held", schedule, hold)))
                .toList();
    }

    /** The person's hold with this id, while it stands in the calendar. */
    Optional<Hold> find(String userId, String id) {
        Hold hold = allowances.find(userId).at(clock.instant()).find(id);
        return Optional.ofNullable(hold).filter(this::stands);
    }

    private boolean stands(Hold hold) {
        Schedule schedule = schedules.of(hold.coachId()).orElseThrow();
        return weeks.entry(schedule, hold.id(), hold.from()) != null;
    }

    /** Gives the held time back. */
    void remove(String userId, Hold hold) {
        Schedule schedule = schedules.of(hold.coachId()).orElseThrow();
        standing.release(schedule, hold.id(), hold.from(), entry -> freed(schedule, hold, entry));
        allowances.change(userId, known -> known.without(List.of(hold.id())));
    }

    /** Looks after the holds of one person that ran out: whose time nobody took meanwhile is announced as free. */
    void lapse(HoldAllowance allowance) {
        List<Hold> lapsed = allowance.lapsedBy(clock.instant());
        lapsed.forEach(this::lapse);
        List<String> ids = lapsed.stream().map(Hold::id).toList();
        allowances.change(allowance.userId(), known -> known.without(ids));
    }

    private void lapse(Hold hold) {
        if (stands(hold)) {
            Schedule schedule = schedules.of(hold.coachId()).orElseThrow();
            standing.release(schedule, hold.id(), hold.from(), entry -> freed(schedule, hold, entry));
        }
    }

    private static List<OutboxMessage> freed(Schedule schedule, Hold hold, @Nullable Entry entry) {
        var freed = new SlotFreed(hold.coachId(), hold.from(), hold.to());
        return entry == null ? List.of() : List.of(message(freed, hold.id() + ":freed", schedule, hold));
    }

    private static OutboxMessage message(Record payload, String id, Schedule schedule, Hold hold) {
        return OutboxMessage.of(payload, id, hold.coachId(), CalendarWeeks.idOf(schedule, hold.from()), 0);
    }
}
