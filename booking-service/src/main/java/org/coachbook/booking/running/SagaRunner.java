package org.coachbook.booking.running;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coachbook.booking.process.Action;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.BookingProcess;
import org.coachbook.booking.process.Decision;
import org.coachbook.booking.process.Input;
import org.coachbook.booking.process.Refusal;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.messaging.PoisonMessage;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.jboss.logging.Logger;

/**
 * Moves bookings: loads one, decides, and writes it where it is still the one the decision was about; otherwise decides
 * again about what it has become.
 */
@ApplicationScoped
public class SagaRunner {
    private static final Logger LOG = Logger.getLogger(SagaRunner.class);
    private static final int TRIES = 30;

    private final BookingRepository bookings;
    private final BookingProcess process;
    private final WaitingRoom waiting;
    private final StuckSagas stuck;
    private final SagaMetrics metrics;
    private final Clock clock;

    SagaRunner(
            BookingRepository bookings,
            BookingProcess process,
            WaitingRoom waiting,
            StuckSagas stuck,
            SagaMetrics metrics,
            Clock clock) {
        this.bookings = bookings;
        this.process = process;
        this.waiting = waiting;
        this.stuck = stuck;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The booking with that id. */
    public Optional<Booking> find(String id) {
        return bookings.find(id);
    }

    /**
     * Stores a booking that was just placed, and starts its process.
     *
     * @return the stored booking; empty when there is one with its id already
     */
    public Optional<Booking> start(Decision.Move placed) {
        List<OutboxMessage> messages = Outgoing.of(placed.next(), placed.messages());
        Booking first = placed.next();
        Booking booking = new Booking(
                first.id(),
                first.version(),
                first.order(),
                first.progress(),
                first.nextTimerAt(),
                null,
                messages,
                clock.instant());
        if (!bookings.insert(booking)) {
            return Optional.empty();
        }
        waiting.arrived(first);
        bookings.sendFirst(booking);
        metrics.placed();
        return Optional.of(first);
    }

    /** Does what a person asks for. */
    public Outcome act(String bookingId, Action action) {
        return operate(bookingId, action);
    }

    /** Does what an operator asks for. */
    public Outcome operate(String bookingId, Input input) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Outcome> outcome = bookings.find(bookingId)
                    .map(booking -> tried(booking, input))
                    .orElseGet(() -> Optional.of(new Outcome.Unknown()));
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw Problem.tryAgain().asException();
    }

    /** Empty when the booking was changed meanwhile. */
    private Optional<Outcome> tried(Booking booking, Input input) {
        if (booking.stuck() != null) {
            return Optional.of(new Outcome.Refused(new Refusal.RequestInProgress()));
        }
        return switch (process.decide(booking, input, clock.instant())) {
            case Decision.Refuse refuse -> Optional.of(new Outcome.Refused(refuse.refusal()));
            case Decision.Stay _ -> Optional.of(new Outcome.Done(booking));
            case Decision.Move move ->
                write(booking, move, move.next()) ? Optional.of(new Outcome.Done(move.next())) : Optional.empty();
        };
    }

    /** Handles a reply once, however often it comes. */
    void answered(String bookingId, ReceivedReply reply) {
        Optional<Booking> known = waiting.lastKnown(bookingId);
        if (known.isPresent() && movedFrom(known.get(), reply)) {
            return;
        }
        for (int i = 0; i < TRIES; i++) {
            Booking booking = bookings.find(bookingId)
                    .orElseThrow(() -> new PoisonMessage("There is no booking that this answers"));
            if (booking.progress().hasHandled(reply.messageId()) || handled(booking, reply)) {
                return;
            }
        }
        throw Problem.tryAgain().asException();
    }

    /** Wakes a booking whose timer is due; harmless when another replica does so, too. */
    void wake(String bookingId) {
        bookings.find(bookingId).filter(booking -> booking.stuck() == null).ifPresent(booking -> {
            try {
                if (process.decide(booking, new Input.TimeOut(), clock.instant()) instanceof Decision.Move move) {
                    write(booking, move, move.next());
                }
            } catch (IllegalStateException | IllegalArgumentException | NullPointerException e) {
                stuck.putAside(booking, e, List.of());
            }
        });
    }

    /** The short way: decides about the booking as this replica last wrote it, which saves reading it. */
    private boolean movedFrom(Booking known, ReceivedReply reply) {
        if (!known.isInFlight() || known.progress().hasHandled(reply.messageId())) {
            return false;
        }
        try {
            return process.decide(known, reply.reply(), clock.instant()) instanceof Decision.Move move
                    && write(known, move, withHandled(move, reply));
        } catch (IllegalStateException e) {
            LOG.debug("The long way decides again, and puts the booking aside if need be", e);
            return false;
        }
    }

    private boolean handled(Booking booking, ReceivedReply reply) {
        if (booking.stuck() != null) {
            return stuck.add(booking, reply);
        }
        try {
            return switch (process.decide(booking, reply.reply(), clock.instant())) {
                case Decision.Move move -> write(booking, move, withHandled(move, reply));
                case Decision.Stay _, Decision.Refuse _ -> true;
            };
        } catch (IllegalStateException | IllegalArgumentException | NullPointerException e) {
            return stuck.putAside(booking, e, List.of(reply));
        }
    }

    private boolean write(Booking before, Decision.Move move, Booking next) {
        Instant now = clock.instant();
        boolean written = bookings.write(next, Outgoing.of(next, move.messages()), now);
        if (written) {
            metrics.moved(before, next, now);
            waiting.arrived(next);
        }
        return written;
    }

    private static Booking withHandled(Decision.Move move, ReceivedReply reply) {
        Booking next = move.next();
        return new Booking(
                next.id(),
                next.version(),
                next.order(),
                next.progress().handling(reply.messageId()),
                next.nextTimerAt(),
                next.stuck(),
                next.outbox(),
                null);
    }
}
