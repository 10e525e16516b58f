package org.coachbook.booking.placement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.coachbook.booking.services.ServiceClient;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the secret that a client pays with from payment-service, with the client's own token: his right decides. It is
 * passed on in the answer.
 */
@Singleton
class ClientSecretClient {
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Secret(String clientSecret) {}

    private final ServiceClient services;
    private final String payment;

    ClientSecretClient(
            ServiceClient services,
            @ConfigProperty(name = "coachbook.services.payment.url", defaultValue = "http://127.0.0.1:8084")
                    String payment) {
        this.services = services;
        this.payment = payment;
    }

    /** The secret; empty when it cannot be had now, then the page asks payment-service itself. */
    Optional<String> secretOf(String bookingId, String callersToken) {
        String address = payment + "/api/payments/" + bookingId + "/client-secret";
        return services.ask(address, "Bearer " + callersToken, null, Secret.class)
                .map(ServiceClient.Answer::body)
                .map(Secret::clientSecret);
    }
}
