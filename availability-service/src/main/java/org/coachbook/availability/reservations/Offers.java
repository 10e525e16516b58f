package org.coachbook.availability.reservations;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbook.availability.bookable.Bookable;
import org.coachbook.availability.bookable.Bookables;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.guard.Guard;
import org.coachbook.availability.guard.Outcome;
import org.coachbook.availability.guard.Outcome.Repeated;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.holds.BookingAllowance;
import org.coachbook.availability.reservations.OfferPlan.Requested;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.Alternative;
import org.coachbook.contracts.availability.OfferAlternatives;
import org.coachbook.contracts.availability.RefusalReason;
import org.jspecify.annotations.Nullable;

/** Keeps the times that a coach offers instead of a requested one: all of them or none. */
@ApplicationScoped
class Offers {
    private final Bookables bookables;
    private final CalendarWeeks weeks;
    private final Guard guard;
    private final TimesElsewhere elsewhere;
    private final RefusedOffers refused;
    private final BookingAllowance allowance;
    private final Clock clock;
    private final MeterRegistry meters;

    Offers(
            Bookables bookables,
            CalendarWeeks weeks,
            Guard guard,
            TimesElsewhere elsewhere,
            RefusedOffers refused,
            BookingAllowance allowance,
            Clock clock,
            MeterRegistry meters) {
        this.bookables = bookables;
        this.weeks = weeks;
        this.guard = guard;
        this.elsewhere = elsewhere;
        this.refused = refused;
        this.allowance = allowance;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Offers; answers the reply to send directly, or nothing when the calendar's own write sends it. Times that stand
     * were offered before, whatever speaks against them today.
     */
    Optional<OutboxMessage> offer(OfferAlternatives command, String commandId) {
        Replies replies = new Replies(commandId);
        Optional<OutboxMessage> again = bookables.calendarOf(command.coachId()).flatMap(schedule -> standing(
                        command, schedule)
                .map(sequence -> again(command, schedule, replies, sequence)));
        return again.isPresent() ? again : offer(command, replies);
    }

    private Optional<Long> standing(OfferAlternatives command, Schedule schedule) {
        return command.alternatives().stream()
                .flatMap(a -> weeks.taken(schedule, a.reservationId(), a.start()).stream())
                .findFirst()
                .map(Repeated::sequence);
    }

    private OutboxMessage again(OfferAlternatives command, Schedule schedule, Replies replies, long sequence) {
        countKept(command);
        return replies.message(OfferPlan.held(command, schedule), command.bookingId(), subject(command), sequence);
    }

    private Optional<OutboxMessage> offer(OfferAlternatives command, Replies replies) {
        return bookables
                .visible(command.coachId(), command.clientId(), command.sessionTypeId())
                .filter(_ -> !command.alternatives().isEmpty())
                .map(bookable -> offer(command, bookable, replies))
                .orElseGet(() -> Optional.of(refused.nothingToBook(command, replies)));
    }

    private Optional<OutboxMessage> offer(OfferAlternatives command, Bookable bookable, Replies replies) {
        Map<String, RefusalReason> elsewhere = refusedElsewhere(command, bookable);
        Requested requested = requested(command, bookable.schedule());
        var plan = new OfferPlan(command, elsewhere, requested, Admission.of(bookable, clock.instant()), replies);
        List<Outcome> outcomes = guard.reserveAll(bookable.schedule(), plan::under);
        Optional<Long> kept = outcomes.stream()
                .flatMap(outcome ->
                        outcome instanceof Repeated(Entry _, long sequence) ? Stream.of(sequence) : Stream.empty())
                .findFirst();
        if (kept.isPresent()) { // by another replica, a moment ago
            return Optional.of(again(command, bookable.schedule(), replies, kept.get()));
        }
        if (outcomes.stream().allMatch(Taken.class::isInstance)) {
            countKept(command);
            meters.counter("slots.offered").increment(outcomes.size());
            return Optional.empty();
        }
        return Optional.of(refused.answer(command, outcomes, replies));
    }

    /** A request waits for its client now; for what is permanent nothing is counted. */
    private void countKept(OfferAlternatives command) {
        List<String> kept =
                command.alternatives().stream().map(Alternative::reservationId).toList();
        allowance.extended(command.bookingId(), kept, command.expiresAt(), true);
    }

    private Map<String, RefusalReason> refusedElsewhere(OfferAlternatives command, Bookable bookable) {
        Map<String, RefusalReason> refused = new HashMap<>();
        for (Alternative a : command.alternatives()) {
            RefusalReason reason =
                    elsewhere.refusal(bookable, a.reservationId(), null, a.start(), command.durationMinutes());
            if (reason != null) {
                refused.put(a.reservationId(), reason);
            }
        }
        return refused;
    }

    /** The time that is given up; where it is gone, its place is known from the command all the same. */
    private @Nullable Requested requested(OfferAlternatives command, Schedule schedule) {
        if (command.releasedReservationId() == null || command.releasedStart() == null) {
            return null;
        }
        Entry entry = weeks.entry(schedule, command.releasedReservationId(), command.releasedStart());
        Range time = Range.ofMinutes(command.releasedStart(), command.durationMinutes());
        return entry == null
                ? new Requested(command.releasedReservationId(), time, time)
                : new Requested(entry.id(), entry.visible(), entry.occupied());
    }

    /** What the reply is about: the first of the times. */
    static String subject(OfferAlternatives command) {
        return command.alternatives().stream()
                .map(Alternative::reservationId)
                .findFirst()
                .orElse(command.bookingId());
    }
}
