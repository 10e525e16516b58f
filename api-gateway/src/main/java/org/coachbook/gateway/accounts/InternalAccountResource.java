package org.coachbook.gateway.accounts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts for the other services. */
@Path("/internal/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
@RunOnVirtualThread
public class InternalAccountResource {
    /** What a service may know to write to a person. */
    public record ContactDetails(
            String id, String name, String email, String locale, String timeZone, List<String> roles, boolean active) {}

    private final AccountRepository repository;

    InternalAccountResource(AccountRepository repository) {
        this.repository = repository;
    }

    /** Name and address of a person, suspended or not. */
    @GET
    @Path("/{id}")
    @RequiresScope("accounts:read")
    @Operation(summary = "Contact details, for services")
    public ContactDetails account(@PathParam("id") String id) {
        Account account = repository.find(id).orElseThrow(() -> Problem.notFound("account")
                .asException());
        return new ContactDetails(
                account.id(),
                account.name(),
                account.email(),
                account.locale(),
                account.timeZone(),
                account.roles(),
                account.active());
    }
}
