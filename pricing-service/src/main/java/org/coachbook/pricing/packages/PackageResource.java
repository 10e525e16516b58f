package org.coachbook.pricing.packages;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.coachbook.chassis.http.EntityTags;
import org.coachbook.chassis.http.Page;
import org.coachbook.chassis.identity.Caller;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.Public;
import org.coachbook.chassis.identity.RequiresRole;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.pricing.OneLine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Packages of prepaid sessions that coaches sell; seen by whoever may see the coach's calendar. */
@Path("/api/packages")
@Tag(name = "Packages")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PackageResource {
    private static final String ID = "[A-Za-z0-9_-]{1,64}";

    private final PackageOffers offers;
    private final PackagePrices prices;
    private final CurrentCaller caller;

    PackageResource(PackageOffers offers, PackagePrices prices, CurrentCaller caller) {
        this.offers = offers;
        this.prices = prices;
        this.caller = caller;
    }

    /**
     * @param name one line of 1 to 80 characters; it is printed on invoices
     * @param credits how many sessions it pays for, 1 to 100
     * @param maxMinutes the longest session that a credit pays for, 5 to 1440
     * @param sessionTypeIds left out or empty: all
     * @param price minor units of the currency of the coach's rates
     * @param validityDays 1 to 1095 from the payment on
     * @param active left out: true
     */
    public record Request(
            @NotNull @Size(max = 80) @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
            String name,

            @NotNull @Min(1) @Max(100) Integer credits,
            @NotNull @Min(5) @Max(1440) Integer maxMinutes,

            @Size(max = 100) @Nullable
            List<@NotNull @Pattern(regexp = ID, message = "must be an id") String> sessionTypeIds,

            @NotNull @Min(1) Long price,
            @NotNull @Min(1) @Max(1095) Integer validityDays,
            @Nullable Boolean active) {
        PackageTerms in(String currency) {
            return new PackageTerms(
                    name,
                    credits,
                    maxMinutes,
                    sessionTypeIds == null ? List.of() : sessionTypeIds,
                    price,
                    currency,
                    validityDays,
                    active == null || active);
        }
    }

    /** @param cost what it costs today, with tax */
    public record View(
            String id,
            String coachId,
            long version,
            @JsonUnwrapped PackageTerms terms,
            Price cost) {}

    @GET
    @Public
    @Operation(summary = "A coach's packages: to himself all of them, to others what is sold now")
    @APIResponseSchema(value = Page.class, responseCode = "200")
    @APIResponse(responseCode = "401", description = "not-signed-in: they are not for everybody")
    @APIResponse(responseCode = "404", description = "not-found: no such coach, or not for the caller")
    public Page<View> list(@QueryParam("coachId") @NotNull @Pattern(regexp = ID) String coachId) {
        return new Page<>(
                offers.ofCoach(coachId, viewer()).stream().map(this::viewOf).toList(), null);
    }

    @GET
    @Path("/{id}")
    @Public
    @Operation(summary = "One package; its version is the ETag")
    @APIResponseSchema(value = View.class, responseCode = "200")
    @APIResponse(responseCode = "401", description = "not-signed-in: they are not for everybody")
    @APIResponse(responseCode = "404", description = "not-found: no such package, or not for the caller")
    public RestResponse<View> one(@PathParam("id") String id) {
        return answer(offers.seenBy(id, viewer()));
    }

    @POST
    @RequiresRole("coach")
    @Operation(summary = "Offers a package, in the currency of the coach's rates")
    @APIResponse(responseCode = "201", description = "It is sold at once, unless it is not active")
    @APIResponse(responseCode = "400", description = "validation-failed: names the fields")
    @APIResponse(responseCode = "409", description = "no-rate: the coach has no rates yet; too-many-packages")
    public RestResponse<View> create(@Valid @NotNull Request request) {
        PackageOffer made = offers.create(caller.subject(), prices.checked(caller.subject(), request));
        return RestResponse.ResponseBuilder.<View>created(URI.create("/api/packages/" + made.id()))
                .entity(viewOf(made))
                .header(HttpHeaders.ETAG, EntityTags.of(made.version()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RequiresRole("coach")
    @Operation(summary = "Replaces its terms; what was bought keeps the old ones")
    @APIResponse(responseCode = "412", description = "precondition-failed: changed since it was read")
    public RestResponse<View> replace(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Request request) {
        offers.own(caller.subject(), id);
        PackageTerms terms = prices.checked(caller.subject(), request);
        return answer(offers.change(caller.subject(), id, terms, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @RequiresRole("coach")
    @Operation(summary = "Sells it no more; credits that were bought stay")
    @APIResponse(responseCode = "204", description = "No Content")
    @APIResponse(responseCode = "412", description = "precondition-failed: changed since it was read")
    public void withdraw(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        offers.withdraw(caller.subject(), id, ifMatch);
    }

    private @Nullable String viewer() {
        return caller.optional().map(Caller::subject).orElse(null);
    }

    private RestResponse<View> answer(PackageOffer offer) {
        return RestResponse.ResponseBuilder.ok(viewOf(offer))
                .header(HttpHeaders.ETAG, EntityTags.of(offer.version()))
                .build();
    }

    private View viewOf(PackageOffer offer) {
        Price cost = prices.of(offer).calculation().price();
        return new View(offer.id(), offer.coachId(), offer.version(), offer.terms(), cost);
    }
}
