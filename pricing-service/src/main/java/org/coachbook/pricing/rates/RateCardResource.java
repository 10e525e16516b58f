package org.coachbook.pricing.rates;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Min;
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
import java.util.List;
import org.coachbook.chassis.http.EntityTags;
import org.coachbook.chassis.http.Problem;
import org.coachbook.pricing.CoachOwner;
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
    private final CoachOwner owner;

    RateCardResource(RateCards rateCards, CoachOwner owner) {
        this.rateCards = rateCards;
        this.owner = owner;
    }

    @GET
    @Operation(summary = "The rate card of the signed-in coach")
    @APIResponse(responseCode = "200", description = "The card; its version is the ETag")
    @APIResponse(responseCode = "404", description = "not-found: no card yet, or not the caller's")
    public RestResponse<RateCardBody> read(@PathParam("coachId") String coachId) {
        owner.require(coachId, "rate card");
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
        owner.require(coachId, "rate card");
        return answer(rateCards.replace(coachId, body, ifMatch));
    }

    @GET
    @Path("/versions")
    @Operation(summary = "All versions of the card, the newest first; a quote names the one it was made by")
    @APIResponse(responseCode = "200", description = "Numbers and times; the cards are at versions/{version}")
    @APIResponse(responseCode = "404", description = "not-found: not the caller's")
    public Versions versions(@PathParam("coachId") String coachId) {
        owner.require(coachId, "rate card");
        return new Versions(rateCards.versions(coachId));
    }

    @GET
    @Path("/versions/{version}")
    @Operation(summary = "A card as it was")
    @APIResponse(responseCode = "200", description = "The card; versions never change")
    @APIResponse(responseCode = "404", description = "not-found: no such version, or not the caller's")
    public RestResponse<RateCardBody> version(
            @PathParam("coachId") String coachId, @PathParam("version") @Min(1) long version) {
        owner.require(coachId, "rate card");
        return answer(rateCards.version(coachId, version).orElseThrow(() -> Problem.notFound("version of the rate card")
                .asException()));
    }

    /** @param items the newest first */
    public record Versions(List<RateCards.Version> items) {}

    private static RestResponse<RateCardBody> answer(RateCardDocument card) {
        return RestResponse.ResponseBuilder.ok(card.card())
                .header(HttpHeaders.ETAG, EntityTags.of(card.version()))
                .build();
    }
}
