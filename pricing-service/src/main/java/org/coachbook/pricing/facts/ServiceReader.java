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

/** Reads from other services, with our own token or a caller's: connects within 1 s, waits 3 s for an answer. */
@Singleton
public class ServiceReader {
    private static final Logger LOG = Logger.getLogger(ServiceReader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final HttpResponse.BodyHandler<String> TEXT = BodyHandlers.ofString();

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
            HttpResponse<String> answer = http.send(request(address(collection, id), token.bearer()), TEXT);
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

    /** What a service shows to the holder of a token; empty when it shows nothing, or cannot be asked now. */
    public <T> Optional<T> readAs(String callersToken, String address, Class<T> type) {
        try {
            HttpResponse<String> answer = http.send(request(address, "Bearer " + callersToken), TEXT);
            return answer.statusCode() == 200 ? Optional.of(json.readValue(answer.body(), type)) : Optional.empty();
        } catch (IOException e) {
            LOG.infof("%s could not be read: %s", address, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static String address(String collection, String id) {
        return collection + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static HttpRequest request(String address, String bearer) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Authorization", bearer)
                .build();
    }

    private static RuntimeException unreadable(String address, String reason) {
        LOG.warnf("%s could not be read: %s", address, reason);
        return Problem.tryAgain().asException();
    }
}
