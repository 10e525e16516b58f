package org.coachbook.pricing.packages;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.coachbook.pricing.facts.ServiceReader;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the secret that a client pays with from payment-service, with the client's own token: his right decides. */
@Singleton
class ClientSecretClient {
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(String clientSecret) {}

    private final ServiceReader services;
    private final String payment;

    ClientSecretClient(
            ServiceReader services, @ConfigProperty(name = "coachbook.services.payment.url") String payment) {
        this.services = services;
        this.payment = payment;
    }

    /** The secret; empty while there is none, or it cannot be had now. */
    Optional<String> secretOf(String packageId, String callersToken) {
        String address = payment + "/api/payments/" + packageId + "/client-secret";
        return services.readAs(callersToken, address, Answer.class).map(Answer::clientSecret);
    }
}
