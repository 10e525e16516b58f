package org.coachbook.pricing.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.coachbook.chassis.http.ProblemException;
import org.coachbook.chassis.identity.ServiceToken;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks availability-service about a session type that we have not heard of. */
@ApplicationScoped
class SessionTypeClient {
    private static final Logger LOG = Logger.getLogger(SessionTypeClient.class);

    enum Answer {
        EXISTS,
        DOES_NOT_EXIST,
        NOT_ANSWERED
    }

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final ServiceToken token;
    private final String url;
    private final boolean trusted;

    SessionTypeClient(
            ServiceToken token,
            @ConfigProperty(name = "coachbook.services.availability.url") String url,
            @ConfigProperty(name = "coachbook.identity.credential") Optional<String> credential) {
        this.token = token;
        this.url = url;
        this.trusted = credential.isPresent();
    }

    /** Whether there is such a session type; without a credential of our own nobody answers. */
    Answer exists(String sessionTypeId) {
        if (!trusted) {
            return Answer.NOT_ANSWERED;
        }
        try {
            return switch (http.send(request(sessionTypeId), BodyHandlers.discarding())
                    .statusCode()) {
                case 200 -> Answer.EXISTS;
                case 404 -> Answer.DOES_NOT_EXIST;
                default -> Answer.NOT_ANSWERED;
            };
        } catch (IOException | ProblemException e) {
            LOG.warnf("availability-service did not say whether a session type exists: %s", e.getMessage());
            return Answer.NOT_ANSWERED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NOT_ANSWERED;
        }
    }

    private HttpRequest request(String sessionTypeId) {
        String id = URLEncoder.encode(sessionTypeId, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(url + "/internal/session-types/" + id))
                .timeout(Duration.ofSeconds(3))
                .header("Authorization", token.bearer())
                .GET()
                .build();
    }
}
