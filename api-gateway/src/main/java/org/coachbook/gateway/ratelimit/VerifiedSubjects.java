package org.coachbook.gateway.ratelimit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.coachbook.chassis.identity.AccessTokens;
import org.coachbook.chassis.identity.Caller;

/**
 * Who a request counts for. A token is verified once a minute at most, so that counting costs a look into a map; the
 * service that serves the request verifies the token for itself.
 */
@Singleton
public class VerifiedSubjects {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MANY = 20_000;
    private static final String BEARER = "Bearer ";

    private record Verified(String subject, Instant until) {}

    private final Map<String, Verified> known = new ConcurrentHashMap<>();
    private final AccessTokens tokens;
    private final Clock clock;

    VerifiedSubjects(AccessTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The subject of an {@code Authorization} header; empty unless it is a good bearer token. */
    public Optional<String> of(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String token = authorization.substring(BEARER.length()).strip();
        Instant now = clock.instant();
        Verified verified = known.get(token);
        if (verified != null && now.isBefore(verified.until())) {
            return Optional.of(verified.subject());
        }
        return verify(token, now);
    }

    private Optional<String> verify(String token, Instant now) {
        if (known.size() > MANY) {
            known.values().removeIf(v -> !now.isBefore(v.until()));
        }
        Optional<String> subject = tokens.verify(token).map(Caller::subject);
        subject.ifPresent(s -> known.put(token, new Verified(s, now.plus(REMEMBERED))));
        return subject;
    }
}
