package org.coachbook.booking.running;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Stuck;
import org.coachbook.booking.process.Stuck.StoredReply;
import org.jboss.logging.Logger;

/** Puts a booking aside that the process cannot move on; the others go on, and nothing it is told gets lost. */
@ApplicationScoped
class StuckSagas {
    private static final Logger LOG = Logger.getLogger(StuckSagas.class);

    private final BookingRepository bookings;
    private final Clock clock;
    private final MeterRegistry meters;

    StuckSagas(BookingRepository bookings, Clock clock, MeterRegistry meters) {
        this.bookings = bookings;
        this.clock = clock;
        this.meters = meters;
    }

    /** False when the booking was changed meanwhile and deserves another try. */
    boolean putAside(Booking booking, RuntimeException reason, List<ReceivedReply> unhandled) {
        List<StoredReply> stored = unhandled.stream().map(ReceivedReply::stored).toList();
        boolean done = bookings.putAside(booking, new Stuck(clock.instant(), String.valueOf(reason), stored));
        if (done) {
            LOG.errorf(
                    reason,
                    "Booking %s is stuck in step %s",
                    booking.id(),
                    booking.progress().step());
            meters.counter("sagas.stuck", "step", booking.progress().step()).increment();
        }
        return done;
    }

    /** Keeps a reply for a booking that is already aside; false when the booking was changed meanwhile. */
    boolean add(Booking booking, ReceivedReply reply) {
        Stuck stuck = booking.stuck();
        if (stuck == null) {
            return false;
        }
        if (stuck.unhandled().stream().anyMatch(stored -> stored.id().equals(reply.messageId()))) {
            return true;
        }
        List<StoredReply> all = Stream.concat(stuck.unhandled().stream(), Stream.of(reply.stored()))
                .toList();
        return bookings.putAside(booking, new Stuck(stuck.since(), stuck.error(), all));
    }

    /** Takes the booking back; what came meanwhile is for the caller to handle. False when it was changed meanwhile. */
    boolean takeBack(Booking booking) {
        return bookings.putAside(booking, null);
    }
}
