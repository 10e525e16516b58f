package org.coachbook.gateway.accounts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.coachbook.chassis.http.EntityTags;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people see of themselves and of each other. */
@Path("/api/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
@RunOnVirtualThread
public class ProfileResource {
    /** One's own account. */
    public record OwnProfile(
            String id,
            String email,
            boolean emailVerified,
            String name,
            List<String> roles,
            String timeZone,
            String locale) {
        static OwnProfile of(Account account) {
            return new OwnProfile(
                    account.id(),
                    account.email(),
                    account.emailVerified(),
                    account.name(),
                    account.roles(),
                    account.timeZone(),
                    account.locale());
        }
    }

    /** What is edited; what is left out stays. */
    public record EditProfile(
            @Nullable @Size(min = 1, max = 80) @Pattern(regexp = PersonName.PATTERN)
            String name,

            @Nullable @Size(max = 64) String timeZone,
            @Nullable @Size(max = 35) String locale) {}

    private final AccountRepository repository;
    private final CurrentCaller caller;
    private final Clock clock;

    ProfileResource(AccountRepository repository, CurrentCaller caller, Clock clock) {
        this.repository = repository;
        this.caller = caller;
        this.clock = clock;
    }

    /** One's own account, with its {@code ETag}. */
    @GET
    @Path("/me")
    @Operation(summary = "My account")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnProfile.class)))
    public Response me() {
        return answer(own());
    }

    /** Changes name, zone or locale; 412 when {@code If-Match} names an older version. */
    @PATCH
    @Path("/me")
    @Operation(summary = "Edit my account")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnProfile.class)))
    public Response edit(@HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull EditProfile edit) {
        if (edit.timeZone() != null && !TextRules.isTimeZone(edit.timeZone())) {
            throw Problem.invalid("timeZone", "is not an IANA time zone").asException();
        }
        if (edit.locale() != null && !TextRules.isLocale(edit.locale())) {
            throw Problem.invalid("locale", "is not a BCP 47 language tag").asException();
        }
        Account read = own();
        EntityTags.require(ifMatch, read.version());
        ProfileEdit change = new ProfileEdit(edit.name(), edit.timeZone(), edit.locale());
        return answer(repository.edit(read, change, clock.instant()).orElseThrow(() -> changedMeanwhile(ifMatch)));
    }

    /** A coach's profile, for everybody; a client's, for people who are signed in. */
    @GET
    @Public
    @Path("/{id}")
    @Operation(summary = "Somebody's public profile")
    public PublicProfile profile(@PathParam("id") String id) {
        Account account = repository
                .find(id)
                .filter(Account::active)
                .filter(a -> a.is(Role.COACH) || caller.optional().isPresent())
                .orElse(null);
        if (account == null) {
            throw (caller.optional().isPresent() ? Problem.notFound("person") : Problem.notSignedIn()).asException();
        }
        return PublicProfile.of(account);
    }

    private Account own() {
        return repository.find(caller.subject()).filter(Account::active).orElseThrow(() -> Problem.notSignedIn()
                .asException());
    }

    private static Response answer(Account account) {
        return Response.ok(OwnProfile.of(account))
                .header("ETag", EntityTags.of(account.version()))
                .build();
    }

    private static RuntimeException changedMeanwhile(@Nullable String ifMatch) {
        return (ifMatch == null
                        ? Problem.tryAgain()
                        : Problem.of(412, "precondition-failed", "It was changed meanwhile; read it again, then edit."))
                .asException();
    }
}
