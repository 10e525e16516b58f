package org.coachbook.pricing.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.coachbook.contracts.account.ConnectionChanged;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.coachbook.contracts.availability.SessionTypeChanged;
import org.coachbook.pricing.cache.ShortLivedCache;
import org.coachbook.pricing.facts.FactRepository.ConnectionDocument;
import org.coachbook.pricing.facts.FactRepository.ScheduleDocument;
import org.coachbook.pricing.facts.FactRepository.SessionTypeDocument;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What is known of session types, schedules and connections, kept in memory for a moment. */
@ApplicationScoped
public class KnownFacts {
    private record Pair(String coachId, String clientId) {}

    private final FactRepository repository;
    private final ShortLivedCache<String, SessionTypeChanged> sessionTypes;
    private final ShortLivedCache<String, ScheduleChanged> schedules;
    private final ShortLivedCache<Pair, Standing> standings;

    KnownFacts(FactRepository repository, @ConfigProperty(name = "coachbook.cache.validity") Duration validity) {
        this.repository = repository;
        this.sessionTypes = new ShortLivedCache<>(validity);
        this.schedules = new ShortLivedCache<>(validity);
        this.standings = new ShortLivedCache<>(validity);
    }

    public Optional<SessionTypeChanged> sessionType(String id) {
        return sessionTypes.get(id, repository::sessionType);
    }

    public Optional<ScheduleChanged> schedule(String coachId) {
        return schedules.get(coachId, repository::schedule);
    }

    /**
     * How somebody stands to a coach.
     *
     * @param personId null when nobody is signed in
     */
    public Standing standing(String coachId, @Nullable String personId) {
        if (personId == null) {
            return Standing.STRANGER;
        }
        return coachId.equals(personId)
                ? Standing.COACH
                : standings.get(new Pair(coachId, personId), this::standing).orElse(Standing.STRANGER);
    }

    private Optional<Standing> standing(Pair pair) {
        return Optional.of(repository
                .connection(pair.coachId(), pair.clientId())
                .map(Standing::of)
                .orElse(Standing.STRANGER));
    }

    void learn(SessionTypeChanged fact, long sequence) {
        String id = fact.terms().sessionTypeId();
        repository.keep(new SessionTypeDocument(id, sequence, fact));
        sessionTypes.drop(id);
    }

    void learn(ScheduleChanged fact, long sequence) {
        repository.keep(new ScheduleDocument(fact.coachId(), sequence, fact));
        schedules.drop(fact.coachId());
    }

    void learn(ConnectionChanged fact, long sequence) {
        repository.keep(new ConnectionDocument(fact.connectionId(), sequence, fact));
        standings.drop(new Pair(fact.coachId(), fact.clientId()));
    }
}
