package org.coachbook.pricing.rates;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.coachbook.chassis.http.EntityTags;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.Caller;
import org.coachbook.chassis.identity.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A coach's own rates. To everybody else they do not exist; what a session costs is told by a quote. */
@Path("/api/coaches/{coachId}/rates")
@Tag(name = "Rates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RateCardResource {
    private final RateCards rateCards;
    private final CurrentCaller caller;

    RateCardResource(RateCards rateCards, CurrentCaller caller) {
        this.rateCards = rateCards;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The rate card of the signed-in coach")
    @APIResponse(responseCode = "200", description = "The card; its version is the ETag")
    @APIResponse(responseCode = "404", description = "not-found: no card yet, or not the caller's")
    public RestResponse<RateCardBody> read(@PathParam("coachId") String coachId) {
        requireOwner(coachId);
        return answer(rateCards.stored(coachId).orElseThrow(() -> Problem.notFound("rate card")
                .asException()));
    }

    @PUT
    @Operation(summary = "Replaces the whole rate card; quotes already given keep their price")
    @APIResponse(responseCode = "200", description = "The card as it now is; its version is the ETag")
    @APIResponse(responseCode = "400", description = "validation-failed: names the fields")
    @APIResponse(responseCode = "412", description = "precondition-failed: changed since it was read")
    public RestResponse<RateCardBody> replace(
            @PathParam("coachId") String coachId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull RateCardBody body) {
        requireOwner(coachId);
        return answer(rateCards.replace(coachId, body, ifMatch));
    }

    private void requireOwner(String coachId) {
        Caller person = caller.get();
        if (!person.is(coachId)) {
            throw Problem.notFound("rate card").asException();
        }
        if (!person.hasRole("coach")) {
            throw Problem.notAllowed("Only coaches have rates.").asException();
        }
    }

    private static RestResponse<RateCardBody> answer(RateCardDocument card) {
        return RestResponse.ResponseBuilder.ok(card.card())
                .header(HttpHeaders.ETAG, EntityTags.of(card.version()))
                .build();
    }
}
