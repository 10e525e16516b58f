package org.coachbook.booking.running;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.coachbook.booking.process.Booking;

/**
 * Waits for a booking to get somewhere. When this replica handles the reply, the wait ends with that write; when
 * another one does, it is seen in the document, looked at after 25, 50, 100 and then every 250 ms.
 */
@ApplicationScoped
public class SagaWait {
    private static final long[] PAUSES_MILLIS = {25, 50, 100, 250};

    private final SagaRunner runner;

    SagaWait(SagaRunner runner) {
        this.runner = runner;
    }

    /** The booking once it is as wanted; empty when that takes longer than {@code limit}. */
    public Optional<Booking> await(WaitingRoom.Ticket ticket, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        for (int round = 0; ; round++) {
            long pause = TimeUnit.MILLISECONDS.toNanos(PAUSES_MILLIS[Math.min(round, PAUSES_MILLIS.length - 1)]);
            long left = end - System.nanoTime();
            Optional<Booking> arrived = arrivedWithin(ticket, Math.min(pause, left));
            if (arrived.isPresent() || left <= pause) {
                return arrived;
            }
            runner.find(ticket.bookingId()).ifPresent(ticket::see);
        }
    }

    private static Optional<Booking> arrivedWithin(WaitingRoom.Ticket ticket, long nanos) {
        try {
            return Optional.of(ticket.arrival().get(Math.max(nanos, 1), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A wait never fails", e);
        }
    }
}
