package org.coachbook.pricing.billing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.pricing.billing.BillingResource.Request;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * How anybody stands on his invoices: a client as the buyer, a coach also as the seller. To everybody else this does not
 * exist; the other party reads it on the invoices.
 */
@Path("/api/users/{userId}/billing")
@Tag(name = "Invoices")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PersonBillingResource {
    private final Billing billing;
    private final CurrentCaller caller;

    PersonBillingResource(Billing billing, CurrentCaller caller) {
        this.billing = billing;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "How the signed-in person stands on his invoices")
    @APIResponseSchema(
            value = BillingDetails.class,
            responseCode = "200",
            responseDescription = "Empty where nothing was said; the version is the ETag")
    @APIResponse(responseCode = "404", description = "not-found: not the caller's")
    public RestResponse<BillingDetails> read(@PathParam("userId") String userId) {
        require(userId);
        return BillingResource.answer(billing.versioned(userId));
    }

    @PUT
    @Operation(summary = "Replaces them; documents already issued stay as they are")
    @APIResponseSchema(
            value = BillingDetails.class,
            responseCode = "200",
            responseDescription = "As it now is; the version is the ETag")
    @APIResponse(responseCode = "400", description = "validation-failed: names the fields")
    @APIResponse(responseCode = "404", description = "not-found: not the caller's")
    @APIResponse(responseCode = "412", description = "precondition-failed: changed since it was read")
    public RestResponse<BillingDetails> replace(
            @PathParam("userId") String userId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Request request) {
        require(userId);
        return BillingResource.answer(billing.replace(userId, request.details(), ifMatch));
    }

    private void require(String userId) {
        if (!caller.get().is(userId)) {
            throw Problem.notFound("billing address").asException();
        }
    }
}
