package org.coachbook.availability.waitlist;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.coachbook.availability.input.Checks;
import org.coachbook.availability.input.Refusals;
import org.coachbook.availability.waitlist.WaitList.Offer;
import org.coachbook.availability.waitlist.WaitLists.Place;
import org.coachbook.chassis.http.FieldError;
import org.coachbook.chassis.http.Page;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Waiting for a time that is taken. */
@Path("/api/waitlist")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Wait list")
@RunOnVirtualThread
public class WaitListResource {
    private final WaitLists lists;
    private final Waitable waitable;
    private final CurrentCaller caller;

    WaitListResource(WaitLists lists, Waitable waitable, CurrentCaller caller) {
        this.lists = lists;
        this.waitable = waitable;
        this.caller = caller;
    }

    /**
     * What to wait for: a start, or any time of a date.
     *
     * @param durationMinutes left out: the session type's default
     * @param date in the coach's zone
     */
    public record Request(
            @Nullable String coachId,
            @Nullable String sessionTypeId,
            @Nullable Integer durationMinutes,
            @Nullable Instant start,
            @Nullable LocalDate date) {
        private List<FieldError> errors() {
            return new Checks()
                    .present(coachId, "coachId")
                    .present(sessionTypeId, "sessionTypeId")
                    .that((start == null) != (date == null), "start", "or date must be given, and not both")
                    .that(
                            date == null || (date.getYear() >= 2000 && date.getYear() < 2200),
                            "date",
                            "must be in this century or the next")
                    .errors();
        }
    }

    /** A time that is held for the one who waited until {@code expiresAt}; it is booked with {@code holdId}. */
    public record Offered(String holdId, Instant start, Instant end, Instant expiresAt) {
        private static Offered of(Offer offer) {
            return new Offered(offer.holdId(), offer.start(), offer.end(), offer.expiresAt());
        }
    }

    /**
     * A place on a list.
     *
     * @param position from 1
     * @param offer left out while there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String id,
            String coachId,
            String sessionTypeId,
            int durationMinutes,
            @Nullable Instant start,
            @Nullable LocalDate date,
            int position,
            Instant joinedAt,
            @Nullable Offered offer) {
        private static View of(Place place) {
            WaitList list = place.list();
            Offer offer = list.offer();
            Offer ours = offer != null && offer.waitingId().equals(place.who().id()) ? offer : null;
            return new View(
                    place.who().id(),
                    list.coachId(),
                    list.sessionTypeId(),
                    list.minutes(),
                    list.start(),
                    list.date(),
                    list.position(place.who()),
                    place.who().joinedAt(),
                    ours == null ? null : Offered.of(ours));
        }
    }

    @POST
    @Operation(
            summary = "Waits for a start, or for any time of a day, that is taken",
            description = "Those who wait are offered it one after the other. An offer is a hold that only they can"
                    + " book; who lets it lapse or gives it back has left the list.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "409", description = "still-free, slot-unavailable, too-many-waiting")
    public Response join(@NotNull Request request) {
        Refusals.require(request.errors());
        var asked = new Waitable.Asked(
                Objects.requireNonNull(request.coachId()),
                Objects.requireNonNull(request.sessionTypeId()),
                request.durationMinutes(),
                request.start(),
                request.date());
        View view = View.of(lists.join(waitable.listOf(caller.subject(), asked), caller.subject()));
        return Response.created(URI.create("/api/waitlist/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @Operation(summary = "What the caller waits for")
    public Page<View> list() {
        return new Page<>(lists.of(caller.subject()).stream().map(View::of).toList(), null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "The caller's place on a list, and what is offered to him")
    public View one(String id) {
        return View.of(own(id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Leaves a list; what is offered is given back")
    public void leave(String id) {
        lists.leave(own(id));
    }

    private Place own(String id) {
        return lists.find(caller.subject(), id)
                .orElseThrow(() -> Problem.notFound("place on a wait list").asException());
    }
}
