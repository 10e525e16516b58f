package org.coachbook.pricing.packages;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.http.ProblemException;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.coachbook.contracts.availability.Visibility;
import org.coachbook.pricing.Edits;
import org.coachbook.pricing.facts.ArrivingFacts;
import org.coachbook.pricing.facts.KnownFacts;
import org.jspecify.annotations.Nullable;

/** What coaches sell, and who may know of it: who may see the coach's calendar. */
@ApplicationScoped
class PackageOffers {
    private static final int MOST = 100;

    private final PackageOfferRepository repository;
    private final KnownFacts known;
    private final ArrivingFacts arriving;
    private final Clock clock;

    PackageOffers(PackageOfferRepository repository, KnownFacts known, ArrivingFacts arriving, Clock clock) {
        this.repository = repository;
        this.known = known;
        this.arriving = arriving;
        this.clock = clock;
    }

    /** All of his own; of another coach what is sold now, if this viewer may see his calendar. */
    List<PackageOffer> ofCoach(String coachId, @Nullable String viewer) {
        if (!sees(coachId, viewer)) {
            throw hidden("coach", viewer);
        }
        return repository.ofCoach(coachId).stream()
                .filter(offer -> coachId.equals(viewer) || offer.terms().active())
                .toList();
    }

    /** An offer as this viewer may see it. */
    PackageOffer seenBy(String id, @Nullable String viewer) {
        PackageOffer offer = repository
                .find(id)
                .filter(found -> found.coachId().equals(viewer) || found.terms().active())
                .orElseThrow(() -> Problem.notFound("package").asException());
        if (!sees(offer.coachId(), viewer)) {
            throw hidden("package", viewer);
        }
        return offer;
    }

    private boolean sees(String coachId, @Nullable String viewer) {
        Visibility calendar =
                known.schedule(coachId).map(ScheduleChanged::calendarVisibility).orElse(Visibility.PRIVATE);
        return known.standing(coachId, viewer).maySee(calendar);
    }

    private static ProblemException hidden(String what, @Nullable String viewer) {
        return (viewer == null ? Problem.notSignedIn() : Problem.notFound(what)).asException();
    }

    PackageOffer create(String coachId, PackageTerms terms) {
        if (repository.ofCoach(coachId).size() >= MOST) {
            throw Problem.of(
                            409,
                            "too-many-packages",
                            "You have " + MOST + " packages already; change one that is not sold any more.")
                    .asException();
        }
        PackageOffer offer = new PackageOffer(UUID.randomUUID().toString(), coachId, terms, 1, clock.instant());
        repository.insert(offer);
        return offer;
    }

    /** @param ifMatch entity tag of the version that was edited, null for whichever is there */
    PackageOffer change(String coachId, String id, PackageTerms terms, @Nullable String ifMatch) {
        return edit(coachId, id, ifMatch, _ -> terms);
    }

    /** @param ifMatch as for a change */
    void withdraw(String coachId, String id, @Nullable String ifMatch) {
        edit(coachId, id, ifMatch, PackageTerms::withdrawn);
    }

    private PackageOffer edit(
            String coachId, String id, @Nullable String ifMatch, UnaryOperator<PackageTerms> editing) {
        return Edits.edit(ifMatch, () -> own(coachId, id), PackageOffer::version, known -> {
            PackageTerms terms = editing.apply(known.terms());
            boolean done = terms.equals(known.terms()) || repository.change(known, terms);
            return done ? Optional.of(own(coachId, id)) : Optional.empty();
        });
    }

    /** One of this coach's own. */
    PackageOffer own(String coachId, String id) {
        return repository
                .find(id)
                .filter(offer -> offer.coachId().equals(coachId))
                .orElseThrow(() -> Problem.notFound("package").asException());
    }
}
