package org.coachbook.pricing.rates;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.coachbook.chassis.http.FieldError;
import org.coachbook.chassis.http.Problem;
import org.coachbook.pricing.Edits;
import org.coachbook.pricing.cache.ShortLivedCache;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The coaches' rate cards, kept in memory for a moment. */
@ApplicationScoped
public class RateCards {
    private final RateCardRepository repository;
    private final Clock clock;
    private final MeterRegistry meters;
    private final ShortLivedCache<String, RateCard> cache;

    RateCards(
            RateCardRepository repository,
            Clock clock,
            MeterRegistry meters,
            @ConfigProperty(name = "coachbook.cache.validity") Duration validity) {
        this.repository = repository;
        this.clock = clock;
        this.meters = meters;
        this.cache = new ShortLivedCache<>(validity);
    }

    /** The coach's rates as they are now; empty when he has never set any. */
    public Optional<RateCard> of(String coachId) {
        return cache.get(coachId, id -> repository.current(id).map(RateCards::cardOf));
    }

    /**
     * A version that was stored.
     *
     * @param createdAt from when on quotes were made by it
     */
    public record Version(long version, Instant createdAt) {}

    /** Why a coach owes no tax, by a version of his card, for what is sold for this date; empty where he does. */
    public Optional<String> exemption(String coachId, long version, LocalDate date) {
        return version(coachId, version).map(RateCards::cardOf).map(card -> card.vat()
                .exemptionOn(date));
    }

    /** All versions, the newest first. */
    List<Version> versions(String coachId) {
        return repository.versions(coachId);
    }

    /** A version as it is stored. */
    Optional<RateCardDocument> version(String coachId, long version) {
        return repository.version(coachId, version);
    }

    /**
     * A card that is not stored, as the next version.
     *
     * @param prefix of the fields that are named when it is not valid
     * @throws org.coachbook.chassis.http.ProblemException 400 with the wrong fields
     */
    public RateCard asSent(String coachId, RateCardBody body, String prefix) {
        long version = of(coachId).map(RateCard::version).orElse(0L) + 1;
        return switch (RateCardReader.read(coachId, version, body)) {
            case RateCardReading.Valid valid -> valid.card();
            case RateCardReading.Invalid invalid ->
                throw Problem.invalid(invalid.errors().stream()
                                .map(error -> new FieldError(prefix + error.field(), error.message()))
                                .toList())
                        .asException();
        };
    }

    /** The latest version as it is stored. */
    Optional<RateCardDocument> stored(String coachId) {
        return repository.current(coachId);
    }

    /**
     * Makes a new version; what is equal to the current one changes nothing.
     *
     * @param ifMatch entity tag of the version that was edited, null for whichever is there
     * @throws org.coachbook.chassis.http.ProblemException 400 with the wrong fields, 412 when {@code ifMatch} is outdated
     */
    RateCardDocument replace(String coachId, RateCardBody body, @Nullable String ifMatch) {
        return Edits.edit(ifMatch, () -> repository.current(coachId), RateCards::versionOf, current -> {
            var next = RateCardDocument.of(coachId, versionOf(current) + 1, clock.instant(), body);
            refuseInvalid(RateCardReader.read(coachId, next.version(), body));
            return current.filter(known -> known.card().equals(body)).or(() -> added(next));
        });
    }

    private static long versionOf(Optional<RateCardDocument> card) {
        return card.map(RateCardDocument::version).orElse(0L);
    }

    private Optional<RateCardDocument> added(RateCardDocument next) {
        if (!repository.add(next)) {
            return Optional.empty();
        }
        cache.drop(next.coachId());
        meters.counter("rates.changed").increment();
        return Optional.of(next);
    }

    private static void refuseInvalid(RateCardReading reading) {
        if (reading instanceof RateCardReading.Invalid invalid) {
            throw Problem.invalid(invalid.errors()).asException();
        }
    }

    private static RateCard cardOf(RateCardDocument stored) {
        return switch (RateCardReader.stored(stored)) {
            case RateCardReading.Valid valid -> valid.card();
            case RateCardReading.Invalid invalid ->
                throw new IllegalStateException(
                        "Stored rate card " + stored.id() + " is not valid any more: " + invalid.errors());
        };
    }
}
