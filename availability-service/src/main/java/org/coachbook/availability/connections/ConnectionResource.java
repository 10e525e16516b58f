package org.coachbook.availability.connections;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.coachbook.availability.connections.Connection.Status;
import org.coachbook.availability.input.Checks;
import org.coachbook.availability.input.Refusals;
import org.coachbook.chassis.http.Page;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.RequiresRole;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Connections between coaches and clients. */
@Path("/api/connections")
@Tag(name = "Connections")
@RunOnVirtualThread
public class ConnectionResource {
    private static final int PAGE = 50;

    private final Connections connections;
    private final ConnectionRepository repository;
    private final CurrentCaller caller;

    ConnectionResource(Connections connections, ConnectionRepository repository, CurrentCaller caller) {
        this.connections = connections;
        this.repository = repository;
        this.caller = caller;
    }

    /**
     * Whom to connect with: exactly one of the two.
     *
     * @param coachId asked by a client
     * @param clientId invited by a coach
     */
    public record Request(
            @Nullable String coachId, @Nullable String clientId) {}

    /** A connection as it is answered. */
    public record View(String id, String coachId, String clientId, Status status, String requestedBy) {
        static View of(Connection c) {
            return new View(c.id(), c.coachId(), c.clientId(), c.status(), c.requestedBy());
        }
    }

    @POST
    @Operation(summary = "Asks a coach for a connection, or invites a client; answers an open request of the other")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = View.class)))
    public Response request(@NotNull Request request) {
        String me = caller.subject();
        String coach = request.coachId() == null ? me : request.coachId();
        String client = request.coachId() != null || request.clientId() == null ? me : request.clientId();
        Refusals.require(new Checks()
                .that(
                        (request.coachId() == null) != (request.clientId() == null),
                        "coachId",
                        "or clientId, one of both")
                .that(!coach.equals(client), "coachId", "must be somebody else")
                .that(!coach.isBlank() && coach.length() <= 100, "coachId", "must be an account's id")
                .that(!client.isBlank() && client.length() <= 100, "clientId", "must be an account's id")
                .errors());
        if (request.clientId() != null && !caller.get().hasRole("coach")) {
            throw Problem.notAllowed("Only a coach can invite clients.").asException();
        }
        Connection connection = connections.request(coach, client, me);
        if (!connection.isKnownTo(me)) {
            throw Problem.notFound("coach").asException();
        }
        return created(connection);
    }

    /** Whom the coach wants nothing to do with. */
    public record Block(@NotBlank @Size(max = 100) String clientId) {}

    @POST
    @Path("/blocks")
    @RequiresRole("coach")
    @Operation(
            summary = "Blocks a client: to him the coach does not exist",
            description = "He sees neither calendar nor session types, holds and books nothing and cannot ask again;"
                    + " what he has booked stays. It ends with DELETE, or by inviting him.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = View.class)))
    public Response block(@NotNull @Valid Block block) {
        String me = caller.subject();
        Refusals.require(new Checks()
                .that(!block.clientId().equals(me), "clientId", "must be somebody else")
                .errors());
        return created(connections.block(me, block.clientId()));
    }

    private static Response created(Connection connection) {
        View view = View.of(connection);
        return Response.created(URI.create("/api/connections/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @Operation(summary = "The caller's connections, on either side")
    public Page<View> list(@QueryParam("cursor") @Nullable String cursor) {
        List<View> found = repository.of(caller.subject(), cursor == null ? "" : cursor, PAGE + 1).stream()
                .map(View::of)
                .toList();
        return found.size() <= PAGE
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, PAGE), found.get(PAGE - 1).id());
    }

    @POST
    @Path("/{id}/accept")
    @Operation(summary = "Accepts the other's request")
    public View accept(String id) {
        return answer(id, Status.ACCEPTED);
    }

    @POST
    @Path("/{id}/decline")
    @Operation(summary = "Declines the other's request")
    public View decline(String id) {
        return answer(id, Status.DECLINED);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Ends a connection or a block, or takes a request back")
    public void end(String id) {
        own(id);
        String me = caller.subject();
        connections.change(id, known -> known.ended(me));
    }

    private View answer(String id, Status answer) {
        own(id);
        String me = caller.subject();
        return View.of(connections.change(id, known -> {
            if (known.awaits(me)) {
                return known.now(answer);
            }
            if (known.status() == answer) {
                return known;
            }
            throw illegal(known).asException();
        }));
    }

    private static Problem illegal(Connection known) {
        return Problem.of(409, "illegal-transition", "There is no request here that you could answer.")
                .with("from", known.status().text())
                .with("allowed", List.of());
    }

    private Connection own(String id) {
        String me = caller.subject();
        return repository.find(id).filter(c -> c.isKnownTo(me)).orElseThrow(() -> Problem.notFound("connection")
                .asException());
    }
}
