package org.coachbook.pricing.packages;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.coachbook.chassis.http.Page;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.RequiresRole;
import org.coachbook.pricing.TimeCursor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Packages that clients buy or bought, for the two parties of each and nobody else. */
@Path("/api/packages")
@Tag(name = "Packages")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PurchaseResource {
    private static final int PAGE = 30;
    private static final int LONGEST_KEY = 255;

    private final Purchasing purchasing;
    private final ClientPackages packages;
    private final CurrentCaller caller;
    private final Clock clock;

    PurchaseResource(Purchasing purchasing, ClientPackages packages, CurrentCaller caller, Clock clock) {
        this.purchasing = purchasing;
        this.packages = packages;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Nothing needs to be said: the offer says what is bought for how much.
     *
     * @param expectedFinal the {@code cost.final} that was shown; another one now is refused
     */
    public record Order(@Nullable Long expectedFinal) {}

    /** @param paymentIntentClientSecret what the page pays with; null when it takes longer, or nothing is to be paid */
    public record Bought(PurchaseView purchase, @Nullable String paymentIntentClientSecret) {
        @Override
        public String toString() {
            return "Bought[purchase=" + purchase + "]";
        }
    }

    @POST
    @Path("/{id}/purchase")
    @RequiresRole("client")
    @Operation(
            summary = "Buys a package; its credits are there when Stripe has taken the money",
            description = "One Idempotency-Key, one purchase. Where the answer has no secret, it is read from"
                    + " /api/payments/{purchase.id}/client-secret. If-Match sells only the offer that was looked at.")
    @APIResponseSchema(
            value = Bought.class,
            responseCode = "201",
            responseDescription = "The purchase, and what to pay with")
    @APIResponse(responseCode = "404", description = "not-found: no such package, or not for the caller")
    @APIResponse(responseCode = "409", description = "coach-not-payable; own-package; price-changed; not-paid-in-time")
    @APIResponse(responseCode = "412", description = "precondition-failed: the offer has changed")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused: for another package")
    @APIResponse(responseCode = "429", description = "too-many-purchases: pay those you have ordered")
    public RestResponse<Bought> buy(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Order order) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.invalid("Idempotency-Key", "must be sent, 1 to 255 characters, a new one for each purchase")
                    .asException();
        }
        Long expectedFinal = order == null ? null : order.expectedFinal();
        Purchasing.Wish wish = new Purchasing.Wish(id, caller.subject(), key, ifMatch, expectedFinal);
        Purchasing.Bought bought = purchasing.buy(wish, caller.token());
        PurchaseView view = PurchaseView.of(bought.purchase(), clock.instant());
        return RestResponse.ResponseBuilder.<Bought>created(URI.create("/api/packages/purchases/" + view.id()))
                .entity(new Bought(view, bought.clientSecret()))
                .build();
    }

    @GET
    @Path("/purchases")
    @Operation(summary = "The signed-in person's packages as client or as coach, the newest first")
    @APIResponse(responseCode = "200", description = "At most 30; next is the cursor of the next page")
    @APIResponse(responseCode = "400", description = "validation-failed: the cursor is none of ours")
    public Page<PurchaseView> list(@QueryParam("cursor") @Nullable String cursor) {
        TimeCursor after = cursor == null ? null : TimeCursor.parse(cursor);
        List<PurchaseView> found = packages.of(caller.subject(), after, PAGE + 1).stream()
                .map(bought -> PurchaseView.of(bought, clock.instant()))
                .toList();
        return TimeCursor.page(found, PAGE, last -> new TimeCursor(last.orderedAt(), last.id()));
    }

    @GET
    @Path("/purchases/{id}")
    @Operation(summary = "One package with the bookings that used its credits")
    @APIResponseSchema(value = PurchaseView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "not-found: no such purchase, or not the caller's")
    public PurchaseView one(@PathParam("id") String id) {
        return packages.find(id)
                .filter(bought -> bought.concerns(caller.subject()))
                .map(bought -> PurchaseView.of(bought, clock.instant()))
                .orElseThrow(() -> Problem.notFound("purchase").asException());
    }
}
