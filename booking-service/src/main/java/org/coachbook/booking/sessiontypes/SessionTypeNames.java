package org.coachbook.booking.sessiontypes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.coachbook.chassis.http.ProblemException;
import org.coachbook.chassis.identity.ServiceToken;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Names of session types, asked of availability-service and kept per version. A name that cannot be had is empty: no
 * booking fails for want of one.
 */
@ApplicationScoped
public class SessionTypeNames {
    private static final Logger LOG = Logger.getLogger(SessionTypeNames.class);
    private static final int KEPT = 10_000;
    private static final long PAUSE_AFTER_FAILURE_NANOS = Duration.ofSeconds(5).toNanos();

    private record Key(String id, long version) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(String name) {}

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Map<Key, String> names = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
            return size() > KEPT;
        }
    });
    private final ObjectMapper json;
    private final ServiceToken token;
    private final String availability;
    private volatile long failedAt = System.nanoTime() - PAUSE_AFTER_FAILURE_NANOS;

    SessionTypeNames(
            ObjectMapper json,
            ServiceToken token,
            @ConfigProperty(name = "coachbook.services.availability.url", defaultValue = "http://127.0.0.1:8081")
                    String availability) {
        this.json = json;
        this.token = token;
        this.availability = availability;
    }

    /** The name of a session type as of that version, or empty text while it cannot be had. */
    public String nameOf(String sessionTypeId, long version) {
        Key key = new Key(sessionTypeId, version);
        String kept = names.get(key);
        if (kept != null) {
            return kept;
        }
        if (System.nanoTime() - failedAt < PAUSE_AFTER_FAILURE_NANOS) {
            return "";
        }
        return fetch(key);
    }

    private String fetch(Key key) {
        try {
            HttpResponse<String> response = http.send(request(key), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                String name = json.readValue(response.body(), Answer.class).name();
                names.put(key, name);
                return name;
            }
            LOG.infof("No name for a session type: %d", response.statusCode());
        } catch (IOException | ProblemException e) {
            LOG.infof("No name for a session type: %s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failedAt = System.nanoTime();
        return "";
    }

    private HttpRequest request(Key key) {
        String id = URLEncoder.encode(key.id(), StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(availability + "/internal/session-types/" + id))
                .timeout(Duration.ofSeconds(3))
                .header("Authorization", token.bearer())
                .GET()
                .build();
    }
}
