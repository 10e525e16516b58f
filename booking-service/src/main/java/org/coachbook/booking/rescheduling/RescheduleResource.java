package org.coachbook.booking.rescheduling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coachbook.booking.actions.BookingActions;
import org.coachbook.booking.process.Action;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.BookingProcess;
import org.coachbook.booking.process.Decision;
import org.coachbook.booking.process.Proposal;
import org.coachbook.booking.process.Refusal;
import org.coachbook.booking.process.TodaysPrice;
import org.coachbook.booking.reading.BookingView;
import org.coachbook.booking.running.SagaRunner;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.contracts.availability.TimeRange;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A booked session gets another time. */
@Path("/api/bookings/{id}/reschedule")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Rescheduling")
class RescheduleResource {
    /**
     * Another time, of the same length.
     *
     * @param propose whether a client asks the coach even where he could move the session by himself; a coach always
     *     proposes
     * @param message words to the other party
     */
    @Schema(name = "Reschedule")
    record Reschedule(
            @NotNull Instant start,
            @Nullable Boolean propose,
            @Nullable @Size(max = 2000) String message) {}

    private final BookingActions actions;
    private final SagaRunner bookings;
    private final BookingProcess process;
    private final TodaysPriceClient prices;
    private final CurrentCaller caller;
    private final Clock clock;

    RescheduleResource(
            BookingActions actions,
            SagaRunner bookings,
            BookingProcess process,
            TodaysPriceClient prices,
            CurrentCaller caller,
            Clock clock) {
        this.actions = actions;
        this.bookings = bookings;
        this.process = process;
        this.prices = prices;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Moves a booked session, or proposes the time to the other party",
            description = "The client moves it by himself until the cancellation deadline, where the coach would not"
                    + " have to accept a booking at the new time and it costs no more today than was agreed; otherwise"
                    + " the other party is asked, and the session keeps its time until the new one is taken. 200: moved"
                    + " (status rescheduled), or proposed (proposal); 202 while it is under way. 409 slot-unavailable"
                    + " with the nearest free times, price-differs, request-in-progress, illegal-transition.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = BookingView.class)))
    public Response reschedule(@PathParam("id") String id, @NotNull @Valid Reschedule wanted) {
        TodaysPrice today = priceThatMatters(id, wanted);
        return actions.perform(
                id, userId -> action(userId, wanted, today), booking -> refused(booking, wanted.start()));
    }

    /** What the new time costs, where nothing else decides; asked before the decision, which asks nobody. */
    private @Nullable TodaysPrice priceThatMatters(String id, Reschedule wanted) {
        Action unpriced = action(caller.subject(), wanted, null);
        return bookings.find(id)
                .filter(booking -> booking.stuck() == null)
                .filter(booking -> process.decide(booking, unpriced, clock.instant())
                        instanceof Decision.Refuse(Refusal.PriceUnknown _))
                .map(booking -> prices.at(wanted.start(), booking.order(), caller.token()))
                .orElse(null);
    }

    private static Action action(String userId, Reschedule wanted, @Nullable TodaysPrice today) {
        boolean propose = Boolean.TRUE.equals(wanted.propose());
        return new Action.Reschedule(userId, wanted.start(), propose, wanted.message(), today);
    }

    /** Whether the calendar has refused this time, and nothing else has happened since. */
    private static Optional<Refusal> refused(Booking booking, Instant start) {
        return Optional.ofNullable(booking.progress().proposal())
                .filter(_ -> booking.status().isBooked())
                .filter(proposal -> proposal.offers(List.of(start)) && proposal.taken() == null)
                .flatMap(proposal -> proposal.refused().stream()
                        .<Refusal>map(time -> new Refusal.SlotUnavailable(time.reason(), near(proposal)))
                        .findFirst());
    }

    private static List<TimeRange> near(Proposal proposal) {
        return proposal.nearest() == null ? List.of() : proposal.nearest();
    }
}
