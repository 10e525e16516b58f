package org.coachbook.pricing.promotions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.contracts.pricing.DiscountKind;
import org.coachbook.pricing.Edits;
import org.coachbook.pricing.cache.ShortLivedCache;
import org.coachbook.pricing.redemption.Redeemables;
import org.coachbook.pricing.redemption.Use;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The coaches' promotions, kept in memory for a moment where quotes ask for them. */
@ApplicationScoped
public class Promotions implements Redeemables<Promotion> {
    private record Code(String coachId, String code) {}

    private final PromotionRepository repository;
    private final Clock clock;
    private final ShortLivedCache<Code, Promotion> cache;

    Promotions(
            PromotionRepository repository,
            Clock clock,
            @ConfigProperty(name = "coachbook.cache.validity") Duration validity) {
        this.repository = repository;
        this.clock = clock;
        this.cache = new ShortLivedCache<>(validity);
    }

    /** The coach's promotion with this code, however it is written; another replica's uses are known a moment later. */
    public Optional<Promotion> withCode(String coachId, String code) {
        return cache.get(
                new Code(coachId, code.toUpperCase(Locale.ROOT)), key -> repository.byCode(key.coachId(), key.code()));
    }

    @Override
    public DiscountKind kind() {
        return DiscountKind.PROMOTION;
    }

    @Override
    public Optional<Promotion> find(String id) {
        return repository.find(id);
    }

    @Override
    public boolean use(Promotion known, Use use, LongFunction<OutboxMessage> answer) {
        return forgotten(known, repository.use(known, use, answer));
    }

    @Override
    public boolean giveBack(Promotion known, Use use, boolean byClient, LongFunction<OutboxMessage> answer) {
        return forgotten(known, repository.giveBack(known, use, answer));
    }

    /** Quotes of this replica know of a use, or that it came back, at once. */
    private boolean forgotten(Promotion known, boolean changed) {
        cache.drop(new Code(known.coachId(), known.terms().code()));
        return changed;
    }

    List<Promotion> ofCoach(String coachId) {
        return repository.ofCoach(coachId);
    }

    Promotion ofCoach(String coachId, String id) {
        return repository
                .find(id)
                .filter(promotion -> promotion.coachId().equals(coachId))
                .orElseThrow(() -> Problem.notFound("promotion").asException());
    }

    Promotion create(String coachId, PromotionTerms terms) {
        Promotion promotion = new Promotion(
                UUID.randomUUID().toString(), coachId, terms, 1, clock.instant(), List.of(), List.of(), 0);
        if (!repository.insert(promotion)) {
            throw Problem.of(409, "code-taken", "You have a promotion with this code already; change that one.")
                    .with("field", "code")
                    .asException();
        }
        return promotion;
    }

    /** @param ifMatch entity tag of the version that was edited, null for whichever is there */
    Promotion change(String coachId, String id, PromotionTerms terms, @Nullable String ifMatch) {
        return edit(coachId, id, ifMatch, before -> {
            if (!before.code().equals(terms.code())) {
                throw Problem.invalid("code", "cannot be changed; make a new promotion")
                        .asException();
            }
            return terms;
        });
    }

    /** @param ifMatch as for a change */
    void withdraw(String coachId, String id, @Nullable String ifMatch) {
        edit(coachId, id, ifMatch, PromotionTerms::withdrawn);
    }

    private Promotion edit(String coachId, String id, @Nullable String ifMatch, UnaryOperator<PromotionTerms> editing) {
        return Edits.edit(ifMatch, () -> ofCoach(coachId, id), Promotion::version, known -> {
            PromotionTerms terms = editing.apply(known.terms());
            if (!terms.equals(known.terms()) && !repository.change(known, terms)) {
                return Optional.empty();
            }
            cache.drop(new Code(coachId, terms.code()));
            return Optional.of(ofCoach(coachId, id));
        });
    }
}
