package org.coachbook.pricing.quotes;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.Caller;
import org.coachbook.chassis.identity.CurrentCaller;
import org.coachbook.chassis.identity.Public;
import org.coachbook.contracts.availability.RefundTier;
import org.coachbook.contracts.pricing.Price;
import org.coachbook.contracts.pricing.PriceLine;
import org.coachbook.contracts.pricing.Quote;
import org.coachbook.pricing.calculation.DiscountTexts;
import org.coachbook.pricing.signing.QuoteSigner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells what a time costs, bindingly for a while. */
@Path("/api/quotes")
@Tag(name = "Quotes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class QuoteResource {
    private static final String ID = "[A-Za-z0-9_-]{1,64}";
    private static final int LONGEST_SERIES = 12;

    private final Quoting quoting;
    private final QuoteSigner signer;
    private final CurrentCaller caller;
    private final Clock clock;

    QuoteResource(Quoting quoting, QuoteSigner signer, CurrentCaller caller, Clock clock) {
        this.quoting = quoting;
        this.signer = signer;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param start UTC, ISO 8601 with {@code Z}
     * @param durationMinutes left out: the session type's default
     * @param occurrences how many sessions the series has; left out: a single one. Such a quote books a series only.
     * @param promotionCode a code of the coach; booking uses it up
     * @param usePackage whether a credit of a package of the coach pays for it, of the one that expires first; booking
     *     uses the credit
     */
    public record Asked(
            @NotNull @Pattern(regexp = ID, message = "must be an id")
            String coachId,

            @NotNull @Pattern(regexp = ID, message = "must be an id")
            String sessionTypeId,

            @NotNull String start,
            @Nullable Integer durationMinutes,

            @Min(1) @Max(LONGEST_SERIES) @Nullable Integer occurrences,
            @Size(min = 1, max = 30) @Nullable String promotionCode,
            @Nullable Boolean usePackage) {
        /** Blanks that came along when a code was pasted are no part of it. */
        public Asked {
            promotionCode = promotionCode == null ? null : promotionCode.strip();
        }

        boolean prepaid() {
            return usePackage != null && usePackage;
        }

        /** A credit pays for all of one session, so nothing else can be taken off. */
        private void refuseMixture() {
            if (prepaid() && promotionCode != null) {
                throw Problem.invalid("usePackage", "does not go with a promotionCode; send one of them")
                        .asException();
            }
            if (prepaid() && occurrences != null && occurrences > 1) {
                throw Problem.invalid("usePackage", "is for single sessions").asException();
            }
        }
    }

    /** @param tiers what is refunded how long before the start */
    public record CancellationPolicy(List<RefundTier> tiers) {}

    /**
     * @param quote the signed token that a booking is made with
     * @param lines stretches of the session at one rate each
     */
    public record Told(
            String quote,
            Price price,
            List<PriceLine> lines,
            CancellationPolicy cancellationPolicy,
            Instant expiresAt) {}

    @POST
    @Public
    @Operation(summary = "The binding price of a time; says nothing about whether the time is free")
    @APIResponse(responseCode = "200", description = "The price and its signed token")
    @APIResponse(responseCode = "400", description = "validation-failed: also for starts that the coach never offers")
    @APIResponse(
            responseCode = "401",
            description = "not-signed-in: it is not for everybody, or is to be paid with a package")
    @APIResponse(responseCode = "404", description = "not-found: no such session type, or not for the caller")
    @APIResponse(responseCode = "409", description = "no-rate: the coach has not said what it costs")
    @APIResponse(
            responseCode = "422",
            description = "amount-below-minimum, with the field promotionCode where it is the code that makes it so;"
                    + " amount-above-maximum; code-not-usable, package-not-usable: with the reason")
    public Told quote(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue("en") String languages,
            @Valid @NotNull Asked asked) {
        asked.refuseMixture();
        Instant now = clock.instant();
        QuoteRequest request = new QuoteRequest(
                caller.optional().map(Caller::subject).orElse(null),
                asked.coachId(),
                asked.sessionTypeId(),
                instant(asked.start()),
                asked.durationMinutes(),
                asked.occurrences() == null ? 1 : asked.occurrences(),
                asked.promotionCode(),
                asked.prepaid(),
                DiscountTexts.in(languages));
        Quote quote = QuoteProblems.quoteOf(quoting.quote(request, now));
        return new Told(
                signer.sign(quote, now),
                quote.price(),
                quote.lines(),
                new CancellationPolicy(quote.cancellationTiers()),
                quote.expiresAt());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("start", "must be an instant in UTC, as 2027-03-01T08:00:00Z")
                    .asException();
        }
    }
}
