package org.coachbook.booking.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.coachbook.booking.process.Action;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Deadlines;
import org.coachbook.booking.process.Party;
import org.coachbook.booking.process.Refusal;
import org.coachbook.booking.reading.BookingAccess;
import org.coachbook.booking.reading.BookingViews;
import org.coachbook.booking.reading.PendingSteps;
import org.coachbook.booking.running.Outcome;
import org.coachbook.booking.running.SagaRunner;
import org.coachbook.booking.running.SagaWait;
import org.coachbook.booking.running.WaitingRoom;
import org.coachbook.chassis.http.EntityTags;
import org.coachbook.chassis.identity.CurrentCaller;

/** Does what the caller asks of a booking and answers the booking as it now is: 202 while a step is under way. */
@ApplicationScoped
public class BookingActions {
    private final SagaRunner runner;
    private final SagaWait wait;
    private final WaitingRoom waiting;
    private final BookingViews views;
    private final CurrentCaller caller;

    BookingActions(SagaRunner runner, SagaWait wait, WaitingRoom waiting, BookingViews views, CurrentCaller caller) {
        this.runner = runner;
        this.wait = wait;
        this.waiting = waiting;
        this.views = views;
        this.caller = caller;
    }

    /**
     * Does one action, made for the caller's user id.
     *
     * @throws org.coachbook.chassis.http.ProblemException with the problem when it is refused
     */
    public Response perform(String bookingId, Function<String, Action> action) {
        return perform(bookingId, action, _ -> Optional.empty());
    }

    /**
     * Does one action that a reply may still refuse.
     *
     * @param refusal why it came to nothing, as the booking tells when the step is over
     * @throws org.coachbook.chassis.http.ProblemException with the problem when it is refused
     */
    public Response perform(
            String bookingId, Function<String, Action> action, Function<Booking, Optional<Refusal>> refusal) {
        String userId = caller.subject();
        try (WaitingRoom.Ticket ticket = waiting.enter(bookingId, booking -> !booking.isInFlight())) {
            return switch (runner.act(bookingId, action.apply(userId))) {
                case Outcome.Unknown _ ->
                    throw ActionProblems.of(new Refusal.Stranger()).asException();
                case Outcome.Refused refused ->
                    throw ActionProblems.of(refused.refusal()).asException();
                case Outcome.Done done -> answer(unrefused(settled(ticket, done.booking()), refusal), userId);
            };
        }
    }

    private static Booking unrefused(Booking booking, Function<Booking, Optional<Refusal>> refusal) {
        refusal.apply(booking).ifPresent(why -> {
            throw ActionProblems.of(why).asException();
        });
        return booking;
    }

    /** The booking after the step it is in, if that ends soon. */
    private Booking settled(WaitingRoom.Ticket ticket, Booking booking) {
        return booking.isInFlight() ? wait.await(ticket, Deadlines.PATIENCE).orElse(booking) : booking;
    }

    private Response answer(Booking booking, String userId) {
        Party party = BookingAccess.of(booking, userId).orElse(Party.CLIENT);
        return Response.status(PendingSteps.of(booking) == null ? 200 : 202)
                .header("ETag", EntityTags.of(booking.version()))
                .entity(views.of(booking, party))
                .build();
    }
}
