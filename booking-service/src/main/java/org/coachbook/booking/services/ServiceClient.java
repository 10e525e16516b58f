package org.coachbook.booking.services;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks other services, with our own token or a caller's: connects within 1 s, waits 3 s for an answer. What they say is
 * neither stored nor logged.
 */
@Singleton
public class ServiceClient {
    private static final Logger LOG = Logger.getLogger(ServiceClient.class);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final ObjectMapper json;

    ServiceClient(ObjectMapper json) {
        this.json = json;
    }

    /** @param body null unless the status is 200 */
    public record Answer<T>(int status, @Nullable T body) {}

    /**
     * The answer; empty when there is none.
     *
     * @param body what is posted; null: it is a GET
     */
    public <T> Optional<Answer<T>> ask(String address, String bearer, @Nullable Object body, Class<T> type) {
        try {
            HttpResponse<String> answer = http.send(request(address, bearer, body), BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return Optional.of(new Answer<>(200, json.readValue(answer.body(), type)));
            }
            LOG.infof("%s answered %d", address, answer.statusCode());
            return Optional.of(new Answer<>(answer.statusCode(), null));
        } catch (IOException e) {
            LOG.infof("%s gave no answer: %s", address, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private HttpRequest request(String address, String bearer, @Nullable Object body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(3))
                .header("Authorization", bearer);
        return body == null
                ? request.build()
                : request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build();
    }
}
