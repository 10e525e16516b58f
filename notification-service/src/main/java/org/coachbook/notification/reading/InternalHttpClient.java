package org.coachbook.notification.reading;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.coachbook.chassis.http.Problem;
import org.jboss.logging.Logger;

/** Reads from other services: connects within 1 s, waits 3 s for an answer, ignores fields it does not know. */
@Singleton
public class InternalHttpClient {
    private static final Logger LOG = Logger.getLogger(InternalHttpClient.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * What an address shows; empty when there is no such thing (404).
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when it cannot be read now
     */
    public <T> Optional<T> read(String url, String bearer, Class<T> type) {
        HttpResponse<String> answer = send(url, bearer);
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(parse(url, answer.body(), type));
            case 404 -> Optional.empty();
            default -> throw unreadable(url, "status " + answer.statusCode());
        };
    }

    /**
     * The status that an address answers with.
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when there is no answer
     */
    public int status(String url, String bearer) {
        return send(url, bearer).statusCode();
    }

    private HttpResponse<String> send(String url, String bearer) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Authorization", bearer)
                .header("Accept", "application/json")
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw unreadable(url, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable(url, "interrupted");
        }
    }

    private <T> T parse(String url, String body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (IOException e) {
            throw unreadable(url, "not a " + type.getSimpleName());
        }
    }

    private static RuntimeException unreadable(String url, String reason) {
        LOG.warnf("%s could not be read: %s", url, reason);
        return Problem.tryAgain().asException();
    }
}
