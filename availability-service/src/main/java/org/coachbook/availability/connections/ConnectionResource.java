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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections")
@RunOnVirtualThread
public class ConnectionResource {
    private static final int PAGE = 50;

    private final Connections connections;
    private final ConnectionRepository repository;
    private final Invitations invitations;
    private final CurrentCaller caller;

    ConnectionResource(
            Connections connections, ConnectionRepository repository, Invitations invitations, CurrentCaller caller) {
        this.connections = connections;
        this.invitations = invitations;
        this.repository = repository;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Asks a coach for a connection, or invites a client; answers an open request of the other",
            description = "An address is sent a link, with which whoever has it connects with an old or a new account;"
                    + " nothing tells whether it has one. 429 too-many-invitations after 20 new addresses in a day.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ConnectionView.class)))
    public Response request(@NotNull ConnectionRequest request) {
        Refusals.require(request.errors());
        if (request.coachId() == null && !caller.get().hasRole("coach")) {
            throw Problem.notAllowed("Only a coach can invite clients.").asException();
        }
        return request.email() == null ? requestById(request) : invite(request.email());
    }

    private Response requestById(ConnectionRequest request) {
        String me = caller.subject();
        String coach = Objects.requireNonNullElse(request.coachId(), me);
        String client = Objects.requireNonNullElse(request.clientId(), me);
        Refusals.require(new Checks()
                .that(!coach.equals(client), "coachId", "must be somebody else")
                .that(!coach.isBlank() && coach.length() <= 100, "coachId", "must be an account's id")
                .that(!client.isBlank() && client.length() <= 100, "clientId", "must be an account's id")
                .errors());
        Connection connection = connections.request(coach, client, me);
        if (!connection.isKnownTo(me)) {
            throw Problem.notFound("coach").asException();
        }
        return created(ConnectionView.of(connection));
    }

    private Response invite(String email) {
        return created(invitations.invite(caller.subject(), Invitation.normalized(email)));
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
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ConnectionView.class)))
    public Response block(@NotNull @Valid Block block) {
        String me = caller.subject();
        Refusals.require(new Checks()
                .that(!block.clientId().equals(me), "clientId", "must be somebody else")
                .errors());
        return created(ConnectionView.of(connections.block(me, block.clientId())));
    }

    private static Response created(ConnectionView view) {
        return Response.created(URI.create("/api/connections/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @Operation(summary = "The caller's connections, on either side, and the addresses that he invited")
    public Page<ConnectionView> list(@QueryParam("cursor") @Nullable String cursor) {
        String after = cursor == null ? "" : cursor;
        Stream<ConnectionView> known =
                repository.of(caller.subject(), after, PAGE + 1).stream().map(ConnectionView::of);
        Stream<ConnectionView> invited =
                invitations.openOf(caller.subject(), after, PAGE + 1).stream().map(ConnectionView::of);
        List<ConnectionView> found = Stream.concat(known, invited)
                .sorted(Comparator.comparing(ConnectionView::id))
                .limit(PAGE + 1L)
                .toList();
        return found.size() <= PAGE
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, PAGE), found.get(PAGE - 1).id());
    }

    @POST
    @Path("/{id}/accept")
    @Operation(summary = "Accepts the other's request")
    public ConnectionView accept(String id) {
        return answer(id, Status.ACCEPTED);
    }

    @POST
    @Path("/{id}/decline")
    @Operation(summary = "Declines the other's request")
    public ConnectionView decline(String id) {
        return answer(id, Status.DECLINED);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Ends a connection or a block, or takes a request or an invitation back")
    public void end(String id) {
        if (invitations.withdraw(id, caller.subject())) {
            return;
        }
        String me = caller.subject();
        connections.change(id, me, known -> known.ended(me));
    }

    private ConnectionView answer(String id, Status answer) {
        String me = caller.subject();
        return ConnectionView.of(connections.change(id, me, known -> {
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
}
