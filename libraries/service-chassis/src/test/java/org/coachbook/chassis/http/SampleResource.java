package org.coachbook.chassis.http;

import com.mongodb.MongoTimeoutException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.Public;
import org.coachbook.chassis.identity.RequiresRole;
import org.coachbook.chassis.identity.RequiresScope;
import org.jspecify.annotations.Nullable;

/** A resource as services write them, to show what the chassis does with their requests. */
@Path("/sample")
@RunOnVirtualThread
public class SampleResource {
    public record Length(@Min(1) int minutes) {}

    public record Order(
            @NotNull String name,
            @Valid @NotNull Length length,
            @Nullable List<String> tags,
            @Nullable Integer most,
            @Nullable Boolean active,
            @Nullable Instant until) {}

    private final CurrentCaller caller;

    SampleResource(CurrentCaller caller) {
        this.caller = caller;
    }

    @POST
    @Public
    public Order place(@Valid @NotNull Order order) {
        return order;
    }

    @GET
    @Public
    public Page<String> list(@QueryParam("zone") @Nullable String zone) {
        return new Page<>(zone == null ? List.of() : List.of(zone), null);
    }

    @GET
    @Path("me")
    public String me() {
        return caller.subject();
    }

    @GET
    @Path("coach")
    @RequiresRole("coach")
    public String coach() {
        return caller.subject();
    }

    @GET
    @Path("scope")
    @RequiresScope("samples:read")
    public String scope() {
        return caller.subject();
    }

    @GET
    @Path("database-away")
    @Public
    public String databaseAway() {
        throw new MongoTimeoutException("no server at 10.0.0.7:27017");
    }

    @GET
    @Path("defect")
    @Public
    public String defect() {
        throw new IllegalStateException("secret detail");
    }
}
