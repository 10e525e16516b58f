package org.coachbook.booking.sessiontypes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.coachbook.booking.services.ServiceClient;
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
    private record Named(String name) {}

    private final Map<Key, String> names = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
            return size() > KEPT;
        }
    });
    private final ServiceClient services;
    private final ServiceToken token;
    private final String availability;
    private volatile long failedAt = System.nanoTime() - PAUSE_AFTER_FAILURE_NANOS;

    SessionTypeNames(
            ServiceClient services,
            ServiceToken token,
            @ConfigProperty(name = "coachbook.services.availability.url", defaultValue = "http://127.0.0.1:8081")
                    String availability) {
        this.services = services;
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
        Optional<String> name = ask(key.id());
        name.ifPresentOrElse(found -> names.put(key, found), () -> failedAt = System.nanoTime());
        return name.orElse("");
    }

    private Optional<String> ask(String id) {
        String address = availability + "/internal/session-types/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        try {
            return services.ask(address, token.bearer(), null, Named.class)
                    .map(ServiceClient.Answer::body)
                    .map(Named::name);
        } catch (ProblemException e) {
            LOG.infof("No token to ask for the name of a session type: %s", e);
            return Optional.empty();
        }
    }
}
