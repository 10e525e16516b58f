package org.coachbook.gateway.sessions;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Opens, continues and ends sessions. */
@Singleton
class Sessions {
    private static final Logger LOG = Logger.getLogger(Sessions.class);
    private static final int TRIES = 3;

    /** A session that goes on with this token. */
    record Continued(String accountId, RefreshToken token) {}

    private final SessionRepository repository;
    private final SessionConfig config;
    private final Clock clock;
    private final MeterRegistry meters;

    Sessions(SessionRepository repository, SessionConfig config, Clock clock, MeterRegistry meters) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    /** The first refresh token of a new session. */
    RefreshToken open(String accountId) {
        RefreshToken token = RefreshToken.first();
        Instant now = clock.instant();
        repository.add(new SessionFamily(
                token.family(),
                accountId,
                token.hash(),
                null,
                null,
                now,
                now.plus(config.idle()),
                now.plus(config.longest())));
        return token;
    }

    /** The session's next token; empty when this one is worth nothing (any more). */
    Optional<Continued> refresh(String presented) {
        return RefreshToken.parse(presented).flatMap(token -> refresh(token, TRIES));
    }

    private Optional<Continued> refresh(RefreshToken token, int tries) {
        Instant now = clock.instant();
        return switch (Presented.judge(repository.find(token.family()), token, now)) {
            case Presented.Current(SessionFamily family) -> step(family, token, now, tries);
            case Presented.Preceding(SessionFamily family, String salt) ->
                Optional.of(new Continued(family.accountId(), token.successor(salt)));
            case Presented.UsedBefore() -> endAll(token);
            case Presented.Ended() -> Optional.empty();
        };
    }

    private Optional<Continued> step(SessionFamily family, RefreshToken token, Instant now, int tries) {
        String salt = RefreshToken.newSalt();
        RefreshToken next = token.successor(salt);
        Instant idle = now.plus(config.idle());
        Instant expiresAt = idle.isBefore(family.endsAt()) ? idle : family.endsAt();
        if (repository.rotate(family, next.hash(), salt, now, expiresAt)) {
            return Optional.of(new Continued(family.accountId(), next));
        }
        return tries > 1 ? refresh(token, tries - 1) : Optional.empty();
    }

    private Optional<Continued> endAll(RefreshToken token) {
        LOG.warnf("A used refresh token came back; session family %s ends", token.family());
        meters.counter("sessions.ended", "reason", "token_reused").increment();
        repository.end(token.family());
        return Optional.empty();
    }

    /** Ends the session of this token, if it is one. */
    void end(String presented) {
        RefreshToken.parse(presented).ifPresent(token -> {
            if (!(Presented.judge(repository.find(token.family()), token, clock.instant())
                    instanceof Presented.Ended)) {
                repository.end(token.family());
            }
        });
    }
}
