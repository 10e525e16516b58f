package org.coachbook.availability.reservations;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.CalendarWeeks;
import org.coachbook.availability.guard.Entry;
import org.coachbook.availability.guard.Guard;
import org.coachbook.availability.guard.Outcome;
import org.coachbook.availability.guard.Outcome.Repeated;
import org.coachbook.availability.guard.Outcome.Taken;
import org.coachbook.availability.holds.BookingAllowance;
import org.coachbook.availability.reservations.Bookables.Bookable;
import org.coachbook.availability.reservations.OfferPlan.Requested;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.availability.Alternative;
import org.coachbook.contracts.availability.OfferAlternatives;
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

    /** Offers; answers the reply to send directly, or nothing when the calendar's own write sends it. */
    Optional<OutboxMessage> offer(OfferAlternatives command, String commandId) {
        Replies replies = new Replies(commandId);
        return bookables
                .of(command.coachId(), command.clientId(), command.sessionTypeId())
                .filter(_ -> !command.alternatives().isEmpty())
                .map(bookable -> offer(command, bookable, replies))
                .orElseGet(() -> Optional.of(refused.nothingToBook(command, replies)));
    }

    private Optional<OutboxMessage> offer(OfferAlternatives command, Bookable bookable, Replies replies) {
        Set<String> busy = busyElsewhere(command, bookable);
        Requested requested = requested(command, bookable.schedule());
        List<Outcome> outcomes =
                guard.reserveAll(bookable.schedule(), current -> plan(command, busy, requested, bookable, replies)
                        .under(current));
        Optional<Outcome> repeated =
                outcomes.stream().filter(Repeated.class::isInstance).findFirst();
        if (repeated.isPresent() && repeated.get() instanceof Repeated(Entry _, long sequence)) {
            countKept(command);
            var held = plan(command, busy, requested, bookable, replies).held(bookable.schedule());
            return Optional.of(replies.message(held, command.bookingId(), subject(command), sequence));
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
        allowance.extended(command.bookingId(), kept, command.expiresAt());
    }

    private OfferPlan plan(
            OfferAlternatives command,
            Set<String> busy,
            @Nullable Requested requested,
            Bookable bookable,
            Replies replies) {
        return new OfferPlan(command, busy, requested, Admission.of(bookable, clock.instant()), replies);
    }

    private Set<String> busyElsewhere(OfferAlternatives command, Bookable bookable) {
        return command.alternatives().stream()
                .filter(a -> elsewhere.take(bookable, a.reservationId(), a.start(), command.durationMinutes()))
                .map(Alternative::reservationId)
                .collect(Collectors.toSet());
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
