package org.coachbook.pricing.fees;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.RequiresRole;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets an administrator agree on another platform fee with a coach. */
@Path("/operations/platform-fees/{coachId}")
@Tag(name = "Operations")
@RequiresRole("admin")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PlatformFeeResource {
    private static final String PERCENT = "100(\\.0{1,4})?|\\d{1,2}(\\.\\d{1,4})?";
    private static final String COACH_ID = "[A-Za-z0-9_-]{1,64}";

    private final PlatformFees fees;
    private final CurrentCaller caller;

    PlatformFeeResource(PlatformFees fees, CurrentCaller caller) {
        this.fees = fees;
        this.caller = caller;
    }

    /** @param percent of the discounted amount, a decimal as text from 0 to 100 with at most 4 decimals */
    public record PlatformFee(
            @NotNull @Pattern(regexp = PERCENT, message = "must be a decimal as text between \"0\" and \"100\"")
            String percent) {}

    /**
     * @param percent what applies now
     * @param history what was agreed when and by whom, the latest last; {@code percent} null is the usual one
     */
    public record Agreed(String percent, List<PlatformFeeDocument.Change> history) {}

    @GET
    @Operation(summary = "The percentage that the platform keeps of a coach's sessions, and how it came about")
    public Agreed read(@PathParam("coachId") String coachId) {
        return new Agreed(fees.percentFor(coachId).toPlainString(), fees.history(coachId));
    }

    @PUT
    @Operation(summary = "Sets a coach's own percentage; quotes already given keep theirs")
    public PlatformFee agree(
            @PathParam("coachId") @Pattern(regexp = COACH_ID) String coachId, @Valid @NotNull PlatformFee fee) {
        fees.agree(coachId, fee.percent(), caller.subject());
        return fee;
    }

    @DELETE
    @Operation(summary = "Gives a coach the usual percentage again")
    public void backToUsual(@PathParam("coachId") String coachId) {
        fees.backToUsual(coachId, caller.subject());
    }
}
