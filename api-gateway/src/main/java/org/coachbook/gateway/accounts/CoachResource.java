package org.coachbook.gateway.accounts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.coachbook.chassis.http.Page;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Finding a coach. */
@Path("/api/coaches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
@RunOnVirtualThread
public class CoachResource {
    private static final int PAGE = 20;

    private final AccountRepository repository;

    CoachResource(AccountRepository repository) {
        this.repository = repository;
    }

    /**
     * Coaches by name, 20 a page.
     *
     * @param text the beginning of a word of the name
     * @param cursor {@code next} of the page before
     */
    @GET
    @Public
    @Operation(summary = "Find coaches by name")
    public Page<PublicProfile> search(
            @QueryParam("q") @Size(max = 80) @Nullable String text, @QueryParam("cursor") @Nullable String cursor) {
        List<Account> found = repository.coaches(text == null ? "" : text, position(cursor), PAGE + 1);
        List<Account> shown = found.subList(0, Math.min(PAGE, found.size()));
        @Nullable
        String next = found.size() > PAGE ? CoachCursor.after(shown.getLast()).text() : null;
        return new Page<>(shown.stream().map(PublicProfile::of).toList(), next);
    }

    private static Optional<CoachCursor> position(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        return Optional.of(
                CoachCursor.parse(cursor).orElseThrow(() -> Problem.invalid("cursor", "is not one that we gave")
                        .asException()));
    }
}
