package org.coachbook.notification.reading;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.coachbook.chassis.identity.ServiceToken;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Session types, from availability-service; kept for ten minutes, dropped when they change. */
@Singleton
public class SessionTypesClient {
    private final InternalHttpClient http;
    private final ServiceToken token;
    private final String url;
    private final Kept<SessionType> kept;

    SessionTypesClient(
            InternalHttpClient http,
            ServiceToken token,
            Clock clock,
            @ConfigProperty(name = "coachbook.services.availability.url") String url) {
        this.http = http;
        this.token = token;
        this.url = url + "/internal/session-types/";
        this.kept = new Kept<>(clock, Duration.ofMinutes(10), 20_000);
    }

    /**
     * Empty when there is none.
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when it cannot be read now
     */
    public Optional<SessionType> find(String id) {
        return kept.get(id, this::read);
    }

    /** Reads it anew next time. */
    public void drop(String id) {
        kept.drop(id);
    }

    private Optional<SessionType> read(String id) {
        return http.read(url + PathSegment.of(id), token.bearer(), SessionType.class);
    }
}
