package org.coachbook.availability.sessiontypes;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.coachbook.availability.connections.Viewers;
import org.coachbook.availability.input.Refusals;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.availability.sharing.Turns;
import org.coachbook.chassis.http.EntityTags;
import org.coachbook.chassis.http.Page;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.Public;
import org.coachbook.chassis.identity.RequiresRole;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a coach offers. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session types")
@RunOnVirtualThread
public class SessionTypeResource {
    private static final String NAME = "session type";
    private static final int ATTEMPTS = 5;
    /** They are listed on one page and looked through whenever free times are. */
    private static final int MOST = 100;

    private final Turns turns = new Turns();
    private final SessionTypeRepository types;
    private final Schedules schedules;
    private final Viewers viewers;
    private final CurrentCaller caller;
    private final Clock clock;

    SessionTypeResource(
            SessionTypeRepository types, Schedules schedules, Viewers viewers, CurrentCaller caller, Clock clock) {
        this.types = types;
        this.schedules = schedules;
        this.viewers = viewers;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/session-types")
    @RequiresRole("coach")
    @Operation(summary = "Offers a new session type; what is left out gets its default")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SessionTypeView.class)))
    public Response create(@NotNull SessionTypeRequest request) {
        Refusals.require(SessionTypeChecks.of(request));
        requireRoom(caller.subject());
        String id = UUID.randomUUID().toString();
        SessionType type = new SessionType(id, caller.subject(), 1, request.toSettings(), false);
        types.insert(type);
        return Response.created(URI.create("/api/session-types/" + id))
                .header("ETag", EntityTags.of(1))
                .entity(SessionTypeView.full(type))
                .build();
    }

    @GET
    @Path("/session-types")
    @RequiresRole("coach")
    @Operation(summary = "The caller's own session types, inactive ones included")
    public Page<SessionTypeView> own() {
        return new Page<>(
                types.ofCoach(caller.subject()).stream()
                        .map(SessionTypeView::full)
                        .toList(),
                null);
    }

    @GET
    @Public
    @Path("/session-types/{id}")
    @Operation(summary = "One session type; location details only for its coach")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SessionTypeView.class)))
    public Response one(String id) {
        SessionType type = seen(id);
        return answer(type, isOwner(type));
    }

    @PUT
    @Path("/session-types/{id}")
    @Operation(summary = "Replaces a session type; bookings keep the terms they were made with")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SessionTypeView.class)))
    public Response replace(
            String id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull SessionTypeRequest request) {
        return answer(
                edit(id, ifMatch, type -> {
                    Refusals.require(SessionTypeChecks.of(request));
                    return type.edited(request.toSettings(), false);
                }),
                true);
    }

    @DELETE
    @Path("/session-types/{id}")
    @Operation(summary = "Withdraws a session type; bookings made with it stay")
    public void remove(String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        edit(id, ifMatch, type -> type.edited(type.settings().retired(), true));
    }

    @GET
    @Public
    @Path("/coaches/{coachId}/session-types")
    @Operation(summary = "A coach's session types, as far as the caller may see them")
    public Page<SessionTypeView> ofCoach(String coachId) {
        var viewer = viewers.of(coachId, caller);
        return new Page<>(
                types.ofCoach(coachId).stream()
                        .filter(t -> viewer.isCoach() || t.bookable())
                        .filter(t -> viewer.maySee(t.settings().calendarVisibility()))
                        .map(t -> viewer.isCoach() ? SessionTypeView.full(t) : SessionTypeView.visible(t))
                        .toList(),
                null);
    }

    private void requireRoom(String coachId) {
        if (types.countOf(coachId) >= MOST) {
            String detail = "There are " + MOST + " session types already; remove one that is not offered any more.";
            throw Problem.of(409, "too-many-session-types", detail).asException();
        }
    }

    /** Who comes second edits what the first one left, unless he named the version that he saw. */
    private SessionType edit(String id, @Nullable String ifMatch, UnaryOperator<SessionType> editing) {
        return turns.take(id, () -> {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                SessionType before = owned(id);
                EntityTags.require(ifMatch, before.version());
                SessionType edited = editing.apply(before);
                if (types.replace(edited, weeksChanged(before, edited))) {
                    return edited;
                }
            }
            throw Problem.tryAgain().asException();
        });
    }

    private List<String> weeksChanged(SessionType before, SessionType edited) {
        return edited.isFreeAtTheTimesOf(before) ? List.of() : weeksToBook(edited.coachId());
    }

    private List<String> weeksToBook(String coachId) {
        Instant now = clock.instant();
        return schedules
                .of(coachId)
                .map(schedule -> schedule.weeksUntil(schedule.lastDate(now), now))
                .orElse(List.of());
    }

    private SessionType owned(String id) {
        SessionType type = seen(id);
        if (!isOwner(type)) {
            throw Problem.notAllowed("Only its coach may change a session type.")
                    .asException();
        }
        return type;
    }

    private SessionType seen(String id) {
        SessionType type = types.find(id).filter(t -> !t.deleted()).orElseThrow(() -> Problem.notFound(NAME)
                .asException());
        var viewer = viewers.of(type.coachId(), caller);
        viewer.require(type.settings().calendarVisibility(), NAME);
        return type;
    }

    private boolean isOwner(SessionType type) {
        return caller.optional().filter(c -> c.is(type.coachId())).isPresent();
    }

    private static Response answer(SessionType type, boolean owner) {
        return Response.ok(owner ? SessionTypeView.full(type) : SessionTypeView.visible(type))
                .header("ETag", EntityTags.of(type.version()))
                .build();
    }
}
