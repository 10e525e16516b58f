package org.coachbook.pricing.preview;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.coachbook.chassis.http.Problem;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.coachbook.pricing.CoachOwner;
import org.coachbook.pricing.WithinCalendar;
import org.coachbook.pricing.calculation.DiscountTexts;
import org.coachbook.pricing.calculation.Session;
import org.coachbook.pricing.facts.ArrivingFacts;
import org.coachbook.pricing.fees.PlatformFees;
import org.coachbook.pricing.rates.RateCard;
import org.coachbook.pricing.rates.RateCardBody;
import org.coachbook.pricing.rates.RateCards;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows a coach what a change of his rates would do, before he makes it. */
@Path("/api/coaches/{coachId}/rates/preview")
@Tag(name = "Rates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PreviewResource {
    private static final int MOST_SESSIONS = 20;
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int LONGEST_SERIES = 12;
    private static final PreviewedPrice UNKNOWN_TYPE = new PreviewedPrice.Refused(Problem.notFound("session type"));

    private final RateCards rateCards;
    private final CoachOwner owner;
    private final ArrivingFacts facts;
    private final PlatformFees fees;
    private final Clock clock;

    PreviewResource(RateCards rateCards, CoachOwner owner, ArrivingFacts facts, PlatformFees fees, Clock clock) {
        this.rateCards = rateCards;
        this.owner = owner;
        this.facts = facts;
        this.fees = fees;
        this.clock = clock;
    }

    /**
     * @param card the rates as they might become
     * @param sessions at most 20
     */
    public record Request(
            @NotNull RateCardBody card,
            @NotNull @Size(min = 1, max = MOST_SESSIONS) List<@NotNull @Valid Asked> sessions) {}

    /**
     * @param start UTC
     * @param connected whether the client is connected to the coach; left out: no
     * @param occurrences how many sessions the series has; left out: a single one
     */
    public record Asked(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "must be an id")
            String sessionTypeId,

            @NotNull @WithinCalendar Instant start,
            @NotNull @Min(1) @Max(MINUTES_OF_A_DAY) Integer durationMinutes,
            @Nullable Boolean connected,
            @Min(1) @Max(LONGEST_SERIES) @Nullable Integer occurrences) {
        private PreviewedSession in(ZoneId zone) {
            return new PreviewedSession(
                    sessionTypeId,
                    new Session(start, durationMinutes, zone),
                    Boolean.TRUE.equals(connected),
                    occurrences == null ? 1 : occurrences);
        }
    }

    @POST
    @Operation(summary = "What sessions cost now and would cost under other rates; nothing is stored")
    @APIResponse(
            responseCode = "200",
            description = "Both prices of each session, with fee and payout, or why there would be no quote")
    @APIResponse(responseCode = "400", description = "validation-failed: names the fields, the card's as card.…")
    @APIResponse(responseCode = "404", description = "not-found: not the caller's rates")
    public Preview preview(
            @PathParam("coachId") String coachId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @DefaultValue("en") String languages,
            @Valid @NotNull Request request) {
        owner.require(coachId, "rate card");
        RateCard then = rateCards.asSent(coachId, request.card(), "card.");
        Optional<RateCard> now = rateCards.of(coachId);
        ZoneId zone = zoneOf(coachId);
        BigDecimal fee = fees.percentFor(coachId);
        Instant booked = clock.instant();
        DiscountTexts texts = DiscountTexts.in(languages);
        Set<String> unknown = unknownTypes(coachId, request);
        return new Preview(request.sessions().stream()
                .map(asked -> asked.in(zone))
                .map(session -> unknown.contains(session.sessionTypeId())
                        ? Preview.Item.of(UNKNOWN_TYPE, UNKNOWN_TYPE)
                        : Preview.Item.of(
                                now.map(card -> session.under(card, fee, booked, texts))
                                        .orElseGet(() -> PreviewedPrice.noRate(
                                                session.session().minutes())),
                                session.under(then, fee, booked, texts)))
                .toList());
    }

    /** Those that are not this coach's. */
    private Set<String> unknownTypes(String coachId, Request request) {
        return request.sessions().stream()
                .map(Asked::sessionTypeId)
                .distinct()
                .filter(id -> facts.sessionType(id)
                        .filter(type -> type.coachId().equals(coachId))
                        .isEmpty())
                .collect(Collectors.toSet());
    }

    private ZoneId zoneOf(String coachId) {
        return facts.schedule(coachId)
                .map(ScheduleChanged::timeZone)
                .map(ZoneId::of)
                .orElseThrow(() -> Problem.of(
                                409,
                                "no-schedule",
                                "Rates go by the clock of your schedule; save a schedule with its time zone first.")
                        .asException());
    }
}
