package org.coachbook.pricing.promotions;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.coachbook.chassis.http.EntityTags;
import org.coachbook.chassis.http.Page;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.RequiresRole;
import org.coachbook.pricing.WithinCalendar;
import org.coachbook.pricing.money.Currencies;
import org.coachbook.pricing.money.Currency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A coach's own promotions. To everybody else they do not exist; a code is tried by asking for a quote with it. */
@Path("/api/promotions")
@Tag(name = "Promotions")
@RequiresRole("coach")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PromotionResource {
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9-]{2,29}";
    private static final String PERCENT = "100(\\.0{1,4})?|\\d{1,2}(\\.\\d{1,4})?";
    private static final String ID = "[A-Za-z0-9_-]{1,64}";
    private static final int MOST_USES = 5_000;
    private static final int MOST_TYPES = 100;

    private final Promotions promotions;
    private final CurrentCaller caller;

    PromotionResource(Promotions promotions, CurrentCaller caller) {
        this.promotions = promotions;
        this.caller = caller;
    }

    /**
     * @param code 3 to 30 letters, digits and hyphens; capitals and small letters are the same
     * @param percent of the base, a decimal as text; either this or {@code amount}
     * @param amount minor units of {@code currency}
     * @param from valid for bookings from then on, UTC; left out: at once
     * @param to valid for bookings before then, UTC; left out: until it is withdrawn
     * @param maxUses 1 to 5000, by all clients
     * @param maxUsesPerClient left out: as often as there are uses
     * @param sessionTypeIds left out or empty: all
     * @param active left out: true
     */
    public record Request(
            @NotNull @Pattern(regexp = CODE, message = "must be 3 to 30 letters, digits and hyphens")
            String code,

            @Pattern(regexp = PERCENT, message = "must be a decimal as text above \"0\" and up to \"100\"") @Nullable
            String percent,

            @Min(1) @Nullable Long amount,
            @Nullable String currency,
            @WithinCalendar @Nullable Instant from,
            @WithinCalendar @Nullable Instant to,
            @NotNull @Min(1) @Max(MOST_USES) Integer maxUses,
            @Min(1) @Max(MOST_USES) @Nullable Integer maxUsesPerClient,

            @Size(max = MOST_TYPES) @Nullable
            List<@NotNull @Pattern(regexp = ID, message = "must be an id") String> sessionTypeIds,

            @Nullable Boolean active) {
        /** Blanks that came along when a code was pasted are no part of it. */
        public Request {
            code = code == null ? code : code.strip();
        }

        private PromotionTerms terms() {
            refuse((percent == null) == (amount == null), "percent", "must be given, or an amount, but not both");
            refuse(percent != null && new BigDecimal(percent).signum() == 0, "percent", "must be more than \"0\"");
            refuse((currency == null) != (amount == null), "currency", "belongs to an amount, and an amount to it");
            Currency known = currency == null ? null : Currencies.find(currency).orElse(null);
            refuse(currency != null && known == null, "currency", "must be one that can be charged, as CHF");
            if (amount != null && known != null) {
                refuse(amount > known.maximum(), "amount", "must be at most " + known.show(known.maximum()));
                refuse(!known.canCharge(amount), "amount", "must be a multiple of " + known.show(known.chargeable()));
            }
            refuse(from != null && to != null && !from.isBefore(to), "to", "must be after from");
            return new PromotionTerms(
                    code.toUpperCase(Locale.ROOT),
                    percent,
                    amount,
                    currency,
                    from,
                    to,
                    maxUses,
                    maxUsesPerClient,
                    sessionTypeIds == null ? List.of() : sessionTypeIds,
                    active == null || active);
        }

        private static void refuse(boolean wrong, String field, String message) {
            if (wrong) {
                throw Problem.invalid(field, message).asException();
            }
        }
    }

    /** @param used how often it was used and not given back */
    public record View(String id, @JsonUnwrapped PromotionTerms terms, int used) {
        static View of(Promotion promotion) {
            return new View(promotion.id(), promotion.terms(), promotion.uses().size());
        }
    }

    @GET
    @Operation(summary = "The signed-in coach's promotions by code")
    public Page<View> list() {
        return new Page<>(
                promotions.ofCoach(caller.subject()).stream().map(View::of).toList(), null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One promotion; its version is the ETag")
    @APIResponse(responseCode = "404", description = "not-found: no such promotion, or not the caller's")
    public RestResponse<View> one(@PathParam("id") String id) {
        return answer(promotions.ofCoach(caller.subject(), id));
    }

    @POST
    @Operation(summary = "Makes a promotion")
    @APIResponse(responseCode = "201", description = "It can be used at once, or from its date on")
    @APIResponse(responseCode = "400", description = "validation-failed: names the fields")
    @APIResponse(responseCode = "409", description = "code-taken: the coach has one with this code")
    public RestResponse<View> create(@Valid @NotNull Request request) {
        Promotion made = promotions.create(caller.subject(), request.terms());
        return RestResponse.ResponseBuilder.<View>created(URI.create("/api/promotions/" + made.id()))
                .entity(View.of(made))
                .header(HttpHeaders.ETAG, EntityTags.of(made.version()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Replaces all but the code; quotes already given keep their price while a use is left")
    @APIResponse(responseCode = "412", description = "precondition-failed: changed since it was read")
    public RestResponse<View> replace(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Request request) {
        return answer(promotions.change(caller.subject(), id, request.terms(), ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Withdraws it: no quote is made with it any more")
    @APIResponse(responseCode = "204", description = "No Content")
    @APIResponse(responseCode = "412", description = "precondition-failed: changed since it was read")
    public void withdraw(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        promotions.withdraw(caller.subject(), id, ifMatch);
    }

    private static RestResponse<View> answer(Promotion promotion) {
        return RestResponse.ResponseBuilder.ok(View.of(promotion))
                .header(HttpHeaders.ETAG, EntityTags.of(promotion.version()))
                .build();
    }
}
