package org.coachbook.pricing.invoices;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.coachbook.pricing.facts.ServiceReader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads what stands on an invoice from the services that own it, at the moment it is issued. */
@Singleton
class PartiesClient {
    /**
     * Somebody with an account.
     *
     * @param locale BCP 47
     * @param timeZone IANA zone
     */
    record Person(
            String id,
            String name,
            @Nullable String locale,
            @Nullable String timeZone) {}

    /** A session type. */
    record Service(String id, String name) {}

    private final ServiceReader services;
    private final String gateway;
    private final String booking;
    private final String availability;

    PartiesClient(
            ServiceReader services,
            @ConfigProperty(name = "coachbook.services.gateway.url") String gateway,
            @ConfigProperty(name = "coachbook.services.booking.url") String booking,
            @ConfigProperty(name = "coachbook.services.availability.url") String availability) {
        this.services = services;
        this.gateway = gateway;
        this.booking = booking;
        this.availability = availability;
    }

    /** @throws org.coachbook.chassis.http.ProblemException 503 when it cannot be read now, as the others */
    Optional<PaidBooking> booking(String id) {
        return services.read(booking + "/internal/bookings/", id, PaidBooking.class);
    }

    Optional<Person> person(String id) {
        return services.read(gateway + "/internal/accounts/", id, Person.class);
    }

    Optional<Service> service(String sessionTypeId) {
        return services.read(availability + "/internal/session-types/", sessionTypeId, Service.class);
    }
}
