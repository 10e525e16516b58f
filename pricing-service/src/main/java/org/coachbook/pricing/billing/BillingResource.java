package org.coachbook.pricing.billing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.coachbook.chassis.http.EntityTags;
import org.coachbook.pricing.CoachOwner;
import org.coachbook.pricing.OneLine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * How a coach stands on his invoices: the same as {@link PersonBillingResource}, for those who sell. To everybody else this
 * does not exist; clients read it on the invoices. The number belongs on invoices with tax.
 */
@Path("/api/coaches/{coachId}/billing")
@Tag(name = "Invoices")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BillingResource {
    private final Billing billing;
    private final CoachOwner owner;

    BillingResource(Billing billing, CoachOwner owner) {
        this.billing = billing;
        this.owner = owner;
    }

    /**
     * What somebody says of himself.
     *
     * @param name legal name, at most 100 characters; left out: the account's name
     * @param address at most 5 lines of at most 100 characters
     * @param vatNumber at most 40 characters; left out where there is none; belongs on a seller's invoices with tax
     */
    public record Request(
            @Size(max = 100) @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE) @Nullable
            String name,

            @NotNull @Size(max = 5)
            List<@NotNull @Size(max = 100) @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE) String>
                    address,

            @Size(max = 40) @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE) @Nullable
            String vatNumber) {
        BillingDetails details() {
            return new BillingDetails(name, address, vatNumber);
        }
    }

    @GET
    @Operation(
            summary = "How the signed-in coach stands on his invoices",
            description = "A coach who charges VAT gives his vatNumber here: it belongs on invoices with tax")
    @APIResponseSchema(
            value = BillingDetails.class,
            responseCode = "200",
            responseDescription = "Empty where nothing was said; the version is the ETag")
    @APIResponse(responseCode = "404", description = "not-found: not the caller's")
    public RestResponse<BillingDetails> read(@PathParam("coachId") String coachId) {
        owner.require(coachId, "billing address");
        return answer(billing.versioned(coachId));
    }

    @PUT
    @Operation(summary = "Replaces them; documents already issued stay as they are")
    @APIResponseSchema(
            value = BillingDetails.class,
            responseCode = "200",
            responseDescription = "As it now is; the version is the ETag")
    @APIResponse(responseCode = "400", description = "validation-failed: names the fields")
    @APIResponse(responseCode = "412", description = "precondition-failed: changed since it was read")
    public RestResponse<BillingDetails> replace(
            @PathParam("coachId") String coachId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Request request) {
        owner.require(coachId, "billing address");
        return answer(billing.replace(coachId, request.details(), ifMatch));
    }

    static RestResponse<BillingDetails> answer(Billing.Versioned known) {
        return RestResponse.ResponseBuilder.ok(known.details())
                .header(HttpHeaders.ETAG, EntityTags.of(known.version()))
                .build();
    }
}
