package org.coachbook.booking.running;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Input;
import org.coachbook.booking.process.Stuck;

/** What an operator does to a saga: let it go on, or end it and give everything back. */
@ApplicationScoped
public class SagaOperations {
    private final SagaRunner runner;
    private final StuckSagas stuck;

    SagaOperations(SagaRunner runner, StuckSagas stuck) {
        this.runner = runner;
        this.stuck = stuck;
    }

    /** Handles what a stuck saga was told meanwhile and has outstanding commands sent once more. */
    public Outcome resume(String bookingId) {
        return stuckAgain(bookingId)
                .<Outcome>map(Outcome.Done::new)
                .orElseGet(() -> runner.operate(bookingId, new Input.Resend()));
    }

    /** Ends the booking, gives back its time and its money. */
    public Outcome compensate(String bookingId) {
        return stuckAgain(bookingId)
                .<Outcome>map(Outcome.Done::new)
                .orElseGet(() -> runner.operate(bookingId, new Input.Compensate()));
    }

    /** Takes a stuck booking back and lets it go on; the booking when it is stuck again. */
    private Optional<Booking> stuckAgain(String bookingId) {
        Optional<Booking> booking = runner.find(bookingId).filter(b -> b.stuck() != null);
        booking.ifPresent(b -> {
            List<Stuck.StoredReply> unhandled =
                    b.stuck() == null ? List.of() : b.stuck().unhandled();
            if (stuck.takeBack(b)) {
                unhandled.forEach(reply -> runner.answered(bookingId, ReceivedReply.of(reply)));
            }
        });
        return booking.flatMap(_ -> runner.find(bookingId)).filter(b -> b.stuck() != null);
    }
}
