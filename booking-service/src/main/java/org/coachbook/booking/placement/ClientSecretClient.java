package org.coachbook.booking.placement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the secret that a client pays with from payment-service, with the client's own token: his right decides. It is
 * passed on in the answer, and neither stored nor logged.
 */
@ApplicationScoped
class ClientSecretClient {
    private static final Logger LOG = Logger.getLogger(ClientSecretClient.class);

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(String clientSecret) {}

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final ObjectMapper json;
    private final String payment;

    ClientSecretClient(
            ObjectMapper json,
            @ConfigProperty(name = "coachbook.services.payment.url", defaultValue = "http://127.0.0.1:8084")
                    String payment) {
        this.json = json;
        this.payment = payment;
    }

    /** The secret; empty when it cannot be had now, then the page asks payment-service itself. */
    Optional<String> secretOf(String bookingId, String callersToken) {
        try {
            HttpResponse<String> response =
                    http.send(request(bookingId, callersToken), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                return Optional.of(json.readValue(response.body(), Answer.class).clientSecret());
            }
            LOG.infof("No client secret for booking %s: %d", bookingId, response.statusCode());
        } catch (IOException e) {
            LOG.infof(
                    "No client secret for booking %s: %s",
                    bookingId, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private HttpRequest request(String bookingId, String token) {
        return HttpRequest.newBuilder(URI.create(payment + "/api/payments/" + bookingId + "/client-secret"))
                .timeout(Duration.ofSeconds(3))
                .header("Authorization", "Bearer " + token)
                .GET()
                .build();
    }
}
