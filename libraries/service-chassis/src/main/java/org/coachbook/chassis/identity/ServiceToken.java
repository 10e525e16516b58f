package org.coachbook.chassis.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.coachbook.chassis.http.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** This service's own access token ({@code sub=service:<name>}), fetched for its credential and kept while it is good. */
@Singleton
public class ServiceToken {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private record Answer(String accessToken, long expiresIn) {}

    private record Kept(String token, Instant until) {}

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final ObjectMapper json;
    private final Clock clock;
    private final String service;
    private final Optional<String> tokenUrl;
    private final Optional<String> credential;
    private volatile @Nullable Kept kept;

    ServiceToken(
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "coachbook.identity.token-url") Optional<String> tokenUrl,
            @ConfigProperty(name = "coachbook.identity.credential") Optional<String> credential) {
        this.json = json;
        this.clock = clock;
        this.service = service;
        this.tokenUrl = tokenUrl;
        this.credential = credential;
    }

    /**
     * The value of an {@code Authorization} header.
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when no token can be had now
     */
    public String bearer() {
        Kept current = kept;
        if (current == null || !clock.instant().isBefore(current.until())) {
            current = fetch();
            kept = current;
        }
        return "Bearer " + current.token();
    }

    private Kept fetch() {
        try {
            var response = http.send(request(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw Problem.tryAgain().asException();
            }
            Answer answer = json.readValue(response.body(), Answer.class);
            Instant until = clock.instant().plusSeconds(answer.expiresIn()).minus(MARGIN);
            return new Kept(answer.accessToken(), until);
        } catch (IOException e) {
            throw Problem.tryAgain().asException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.tryAgain().asException();
        }
    }

    private HttpRequest request() throws IOException {
        String body = json.writeValueAsString(Map.of("service", service, "credential", credential.orElseThrow()));
        return HttpRequest.newBuilder(URI.create(tokenUrl.orElseThrow()))
                .timeout(Duration.ofSeconds(3))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
