package org.coachbook.booking.suggestions;

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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.coachbook.booking.actions.BookingActions;
import org.coachbook.booking.process.Action;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.BookingStatus;
import org.coachbook.booking.process.Refusal;
import org.coachbook.booking.reading.BookingView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Other times than the requested or the booked one. */
@Path("/api/bookings/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Requests")
class SuggestionResource {
    /**
     * Times of the same length, in the order of the coach's preference, all of them kept or none.
     *
     * @param times their starts
     */
    @Schema(name = "SuggestedTimes")
    record SuggestedTimes(
            @NotNull @Size(min = 1, max = 5) List<@NotNull Instant> times,
            @Nullable @Size(max = 2000) String message) {}

    /**
     * Which time is taken.
     *
     * @param start the start that was shown under the number, so that it never means another time; left out, the times that are
     *     offered now
     */
    @Schema(name = "TakenSuggestion")
    record TakenSuggestion(@Nullable Instant start) {}

    /** Words to the other party, optional. */
    @Schema(name = "DeclinedSuggestions")
    record DeclinedSuggestions(@Nullable @Size(max = 2000) String message) {}

    private final BookingActions actions;

    SuggestionResource(BookingActions actions) {
        this.actions = actions;
    }

    @POST
    @Path("/suggest")
    @Operation(
            summary = "1 to 5 other times, kept until the deadline: by the coach for a request, by either party for a"
                    + " booked session, which keeps its time meanwhile; 409 slot-unavailable names those that cannot be"
                    + " had")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = BookingView.class)))
    public Response suggest(@PathParam("id") String id, @NotNull @Valid SuggestedTimes suggested) {
        return actions.perform(
                id,
                userId -> new Action.Suggest(userId, suggested.times(), suggested.message()),
                booking -> refused(booking, suggested.times()));
    }

    @POST
    @Path("/suggestions/{number}/accept")
    @Operation(summary = "The other party takes the suggested time with this number, from 0; the others are free again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BookingView.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = BookingView.class)))
    public Response take(
            @PathParam("id") String id, @PathParam("number") int number, @Nullable @Valid TakenSuggestion taken) {
        Instant start = taken == null ? null : taken.start();
        return actions.perform(
                id, userId -> new Action.TakeSuggestion(userId, number, start), booking -> lost(booking, number));
    }

    @POST
    @Path("/suggestions/decline")
    @Operation(
            summary = "None of the suggested times is taken",
            description = "Of a request, by the client: everything is given back. Of a booked session, by either party"
                    + " (who suggested them takes them back): it keeps its time.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BookingView.class)))
    public Response decline(@PathParam("id") String id, @Nullable @Valid DeclinedSuggestions declined) {
        String message = declined == null ? null : declined.message();
        return actions.perform(id, userId -> new Action.DeclineSuggestions(userId, message));
    }

    /** Whether the calendar has refused these times, and nothing else has happened since. */
    private static Optional<Refusal> refused(Booking booking, List<Instant> times) {
        return Optional.ofNullable(booking.progress().proposal())
                .filter(_ -> booking.status() == BookingStatus.REQUESTED
                        || booking.status().isBooked())
                .filter(proposal -> proposal.offers(times)
                        && proposal.taken() == null
                        && !proposal.refused().isEmpty())
                .map(proposal -> new Refusal.TimesUnavailable(proposal.refused()));
    }

    /** Whether the time that was taken for a booked session went to somebody else. */
    private static Optional<Refusal> lost(Booking booking, int number) {
        return Optional.ofNullable(booking.progress().proposal())
                .filter(proposal -> Objects.equals(proposal.taken(), number))
                .flatMap(proposal -> proposal.refused().stream().findFirst())
                .map(refused -> new Refusal.SlotUnavailable(refused.reason(), List.of()));
    }
}
