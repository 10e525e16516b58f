package org.coachbook.booking.reading;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Party;
import org.coachbook.booking.running.SagaRunner;
import org.coachbook.chassis.http.EntityTags;
import org.coachbook.chassis.http.Page;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading bookings. Whoever is no party gets 404. */
@Path("/api/bookings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Bookings")
class BookingResource {
    private final SagaRunner bookings;
    private final BookingListRepository lists;
    private final BookingViews views;
    private final CurrentCaller caller;

    BookingResource(SagaRunner bookings, BookingListRepository lists, BookingViews views, CurrentCaller caller) {
        this.bookings = bookings;
        this.lists = lists;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A booking, for its two parties")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BookingView.class)))
    public Response one(@PathParam("id") String id) {
        Booking booking = find(id);
        Party party = BookingAccess.of(booking, caller.subject()).orElseThrow(BookingResource::unknown);
        return Response.ok(views.of(booking, party))
                .header("ETag", EntityTags.of(booking.version()))
                .build();
    }

    @GET
    @Path("/{id}/history")
    @Operation(summary = "Who did what when, oldest first, for the two parties")
    public List<HistoryView> history(@PathParam("id") String id) {
        Booking booking = find(id);
        if (BookingAccess.of(booking, caller.subject()).isEmpty()) {
            throw unknown();
        }
        return booking.progress().history().stream().map(HistoryView::of).toList();
    }

    @GET
    @Path("/{coachId}/bookings")
    @Operation(
            summary = "Bookings with a coach by start, all of them for himself, their own for others",
            description = "start and end are instants or dates in UTC, end is exclusive.")
    public Page<BookingView> ofCoach(
            @PathParam("coachId") String coachId,
            @QueryParam("start") @Nullable String start,
            @QueryParam("end") @Nullable String end,
            @QueryParam("cursor") @Nullable String cursor) {
        Period period = Period.of(start, end);
        String userId = caller.subject();
        return coachId.equals(userId)
                ? shown(lists.ofCoach(coachId, period, Cursor.parse(cursor)), userId)
                : shown(lists.ofCoachAndClient(coachId, userId, period, Cursor.parse(cursor)), userId);
    }

    @GET
    @Path("/user/{userId}/sessions")
    @Operation(
            summary = "The user's own bookings as a client, by start",
            description = "start and end are instants or dates in UTC, end is exclusive.")
    public Page<BookingView> ofUser(
            @PathParam("userId") String userId,
            @QueryParam("start") @Nullable String start,
            @QueryParam("end") @Nullable String end,
            @QueryParam("cursor") @Nullable String cursor) {
        if (!caller.get().is(userId)) {
            throw Problem.notFound("user").asException();
        }
        return shown(lists.ofClient(userId, Period.of(start, end), Cursor.parse(cursor)), userId);
    }

    private Page<BookingView> shown(List<Booking> found, String userId) {
        List<BookingView> items = found.stream()
                .limit(BookingListRepository.PAGE)
                .map(booking ->
                        views.of(booking, booking.order().partyOf(userId).orElse(Party.CLIENT)))
                .toList();
        boolean more = found.size() > BookingListRepository.PAGE;
        return new Page<>(items, more ? Cursor.after(found.get(BookingListRepository.PAGE - 1)) : null);
    }

    private Booking find(String id) {
        return bookings.find(id).orElseThrow(BookingResource::unknown);
    }

    private static RuntimeException unknown() {
        return Problem.notFound("booking").asException();
    }
}
