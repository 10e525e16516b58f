package org.coachbook.pricing.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.coachbook.chassis.http.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks availability-service about a session type that we have not heard of. */
@ApplicationScoped
class SessionTypeClient {
    enum Answer {
        EXISTS,
        DOES_NOT_EXIST,
        NOT_ANSWERED
    }

    /** Nothing is needed of it but that it is there. */
    private record Existing(String id) {}

    private final ServiceReader services;
    private final String address;
    private final boolean trusted;

    SessionTypeClient(
            ServiceReader services,
            @ConfigProperty(name = "coachbook.services.availability.url") String url,
            @ConfigProperty(name = "coachbook.identity.credential") Optional<String> credential) {
        this.services = services;
        this.address = url + "/internal/session-types/";
        this.trusted = credential.isPresent();
    }

    /** Whether there is such a session type; without a credential of our own nobody answers. */
    Answer exists(String sessionTypeId) {
        if (!trusted) {
            return Answer.NOT_ANSWERED;
        }
        try {
            boolean found =
                    services.read(address, sessionTypeId, Existing.class).isPresent();
            return found ? Answer.EXISTS : Answer.DOES_NOT_EXIST;
        } catch (ProblemException e) {
            return Answer.NOT_ANSWERED;
        }
    }
}
