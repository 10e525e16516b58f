package org.coachbook.pricing.facts;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.identity.ServiceToken;
import org.jboss.logging.Logger;

/** Reads from other services with our own token: connects within 1 s, waits 3 s for an answer. */
@Singleton
public class ServiceReader {
    private static final Logger LOG = Logger.getLogger(ServiceReader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final ServiceToken token;

    ServiceReader(ServiceToken token) {
        this.token = token;
    }

    /**
     * What a service shows under an id; empty when there is no such thing (404). Fields we do not know are ignored.
     *
     * @param collection address that the id is appended to
     * @throws org.coachbook.chassis.http.ProblemException 503 when it cannot be read now
     */
    public <T> Optional<T> read(String collection, String id, Class<T> type) {
        try {
            HttpResponse<String> answer = http.send(request(collection, id), BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(json.readValue(answer.body(), type));
                case 404 -> Optional.empty();
                default -> throw unreadable(collection, "status " + answer.statusCode());
            };
        } catch (IOException e) {
            throw unreadable(collection, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable(collection, "interrupted");
        }
    }

    private HttpRequest request(String collection, String id) {
        String segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        return HttpRequest.newBuilder(URI.create(collection + segment))
                .timeout(PATIENCE)
                .header("Authorization", token.bearer())
                .build();
    }

    private static RuntimeException unreadable(String address, String reason) {
        LOG.warnf("%s could not be read: %s", address, reason);
        return Problem.tryAgain().asException();
    }
}
