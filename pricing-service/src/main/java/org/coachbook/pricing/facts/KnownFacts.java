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

/** What is known of session types, schedules and connections, kept in memory for a moment. */
@ApplicationScoped
public class KnownFacts {
    private record Pair(String coachId, String clientId) {}

    private final FactRepository repository;
    private final ShortLivedCache<String, SessionTypeChanged> sessionTypes;
    private final ShortLivedCache<String, ScheduleChanged> schedules;
    private final ShortLivedCache<Pair, Boolean> connections;

    KnownFacts(FactRepository repository, @ConfigProperty(name = "coachbook.cache.validity") Duration validity) {
        this.repository = repository;
        this.sessionTypes = new ShortLivedCache<>(validity);
        this.schedules = new ShortLivedCache<>(validity);
        this.connections = new ShortLivedCache<>(validity);
    }

    public Optional<SessionTypeChanged> sessionType(String id) {
        return sessionTypes.get(id, repository::sessionType);
    }

    public Optional<ScheduleChanged> schedule(String coachId) {
        return schedules.get(coachId, repository::schedule);
    }

    /** Whether the two have an accepted connection. */
    public boolean connected(String coachId, String clientId) {
        return connections
                .get(
                        new Pair(coachId, clientId),
                        pair -> Optional.of(repository.connected(pair.coachId(), pair.clientId())))
                .orElse(false);
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
        connections.drop(new Pair(fact.coachId(), fact.clientId()));
    }
}
