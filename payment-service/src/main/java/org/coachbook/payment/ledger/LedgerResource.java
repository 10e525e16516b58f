package org.coachbook.payment.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.coachbook.chassis.http.Page;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.RequiresRole;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The coach's side of the book. */
@Path("/api/payments/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RequiresRole("coach")
@Tag(name = "Ledger")
class LedgerResource {
    private static final int PAGE = 50;

    private final LedgerRepository ledger;
    private final CurrentCaller caller;

    LedgerResource(LedgerRepository ledger, CurrentCaller caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What moved the coach's money, newest first")
    public Page<LedgerEntryView> entries(@QueryParam("cursor") @Nullable String cursor) {
        Optional<LedgerCursor> before = Optional.ofNullable(cursor).map(LedgerResource::parsed);
        List<LedgerTransaction> found = ledger.ofCoach(caller.subject(), before, PAGE + 1);
        List<LedgerTransaction> page = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() > PAGE ? LedgerCursor.after(page.getLast()).toString() : null;
        return new Page<>(page.stream().map(LedgerEntryView::of).toList(), next);
    }

    private static LedgerCursor parsed(String cursor) {
        return LedgerCursor.parse(cursor).orElseThrow(() -> Problem.invalid("cursor", "is not the next of a page")
                .asException());
    }
}
