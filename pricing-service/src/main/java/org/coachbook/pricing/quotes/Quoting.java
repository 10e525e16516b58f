package org.coachbook.pricing.quotes;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.coachbook.contracts.availability.SessionTypeChanged;
import org.coachbook.pricing.facts.ArrivingFacts;
import org.coachbook.pricing.facts.KnownFacts;
import org.coachbook.pricing.facts.Standing;
import org.coachbook.pricing.fees.PlatformFees;
import org.coachbook.pricing.packages.ClientPackages;
import org.coachbook.pricing.promotions.Promotions;
import org.coachbook.pricing.rates.RateCards;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gathers what a price depends on and asks the {@link Offer}; everything comes from memory when it is warm. */
@ApplicationScoped
class Quoting {
    private final ArrivingFacts arriving;
    private final KnownFacts known;
    private final RateCards rateCards;
    private final PlatformFees fees;
    private final Promotions promotions;
    private final ClientPackages packages;
    private final MeterRegistry meters;
    private final Duration validity;

    Quoting(
            ArrivingFacts arriving,
            KnownFacts known,
            RateCards rateCards,
            PlatformFees fees,
            Promotions promotions,
            ClientPackages packages,
            MeterRegistry meters,
            @ConfigProperty(name = "coachbook.quotes.validity") Duration validity) {
        this.arriving = arriving;
        this.known = known;
        this.rateCards = rateCards;
        this.fees = fees;
        this.promotions = promotions;
        this.packages = packages;
        this.meters = meters;
        this.validity = validity;
    }

    QuoteOutcome quote(QuoteRequest request, Instant now) {
        QuoteOutcome outcome = offer(request, now);
        count(outcome);
        return outcome;
    }

    private void count(QuoteOutcome outcome) {
        if (outcome instanceof QuoteOutcome.Quoted quoted) {
            String currency = quoted.quote().price().currency();
            meters.counter("quotes.issued", "currency", currency).increment();
        } else {
            String reason = outcome.getClass().getSimpleName();
            meters.counter("quotes.refused", "reason", reason).increment();
        }
    }

    private QuoteOutcome offer(QuoteRequest request, Instant now) {
        Optional<SessionTypeChanged> sessionType = arriving.sessionType(request.sessionTypeId())
                .filter(type -> type.coachId().equals(request.coachId()));
        if (sessionType.isEmpty()) {
            return new QuoteOutcome.NotVisible();
        }
        Standing standing = known.standing(request.coachId(), request.clientId());
        if (!standing.maySee(sessionType.get().visibility())) {
            return QuoteOutcome.hidden(request);
        }
        Optional<ScheduleChanged> schedule = arriving.schedule(request.coachId());
        if (schedule.isEmpty()) {
            return new QuoteOutcome.NoSchedule();
        }
        Offer offer = new Offer(
                sessionType.get(),
                schedule.get(),
                rateCards.of(request.coachId()),
                fees.percentFor(request.coachId()),
                standing,
                choice(request));
        return offer.quote(request, UUID.randomUUID().toString(), now, validity);
    }

    private Redeeming.Choice choice(QuoteRequest request) {
        if (request.usePackage() && request.clientId() != null) {
            return new Redeeming.Choice(Optional.empty(), packages.toPayWith(request.clientId(), request.coachId()));
        }
        return request.promotionCode() == null
                ? Redeeming.Choice.NONE
                : new Redeeming.Choice(promotions.withCode(request.coachId(), request.promotionCode()), List.of());
    }
}
