package org.coachbook.availability.sessiontypes;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.schedules.Schedules;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.RequiresScope;
import org.coachbook.contracts.availability.SessionFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What other services read about a session type, because no message may carry it. */
@Path("/internal/session-types")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
@RunOnVirtualThread
@RequiresScope("session-types:read")
public class InternalSessionTypeResource {
    private final SessionTypes types;
    private final Schedules schedules;

    InternalSessionTypeResource(SessionTypes types, Schedules schedules) {
        this.types = types;
        this.schedules = schedules;
    }

    /**
     * A session type for mails and calendar entries.
     *
     * @param timeZone the coach's, null while there is no schedule
     */
    public record Description(
            String id,
            String coachId,
            long version,
            String name,
            String description,
            SessionFormat format,
            Location location,
            SessionNotifications notifications,
            @Nullable String timeZone) {}

    @GET
    @Path("/{id}")
    @Operation(summary = "A session type with its location, also when it was withdrawn")
    public Description one(String id) {
        SessionType type = types.find(id)
                .orElseThrow(() -> Problem.notFound("session type").asException());
        SessionSettings settings = type.settings();
        return new Description(
                type.id(),
                type.coachId(),
                type.version(),
                settings.name(),
                settings.description(),
                settings.format(),
                settings.location(),
                settings.notifications(),
                schedules.of(type.coachId()).map(Schedule::timeZone).orElse(null));
    }
}
