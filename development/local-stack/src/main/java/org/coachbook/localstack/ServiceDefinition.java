package org.coachbook.localstack;

import java.nio.file.Path;
import java.util.List;

/**
 * A service of the system.
 *
 * @param name also the folder of its module and its {@code quarkus.application.name}
 * @param urlKey name of the environment variable under which others find it
 */
public record ServiceDefinition(String name, String urlKey) {
    /** The service people talk to. */
    public static final String GATEWAY = "api-gateway";

    /** All six, in the order of their ports. */
    public static final List<ServiceDefinition> ALL = List.of(
            new ServiceDefinition(GATEWAY, "COACHBOOK_SERVICES_GATEWAY_URL"),
            new ServiceDefinition("availability-service", "COACHBOOK_SERVICES_AVAILABILITY_URL"),
            new ServiceDefinition("booking-service", "COACHBOOK_SERVICES_BOOKING_URL"),
            new ServiceDefinition("pricing-service", "COACHBOOK_SERVICES_PRICING_URL"),
            new ServiceDefinition("payment-service", "COACHBOOK_SERVICES_PAYMENT_URL"),
            new ServiceDefinition("notification-service", "COACHBOOK_SERVICES_NOTIFICATION_URL"));

    /** The start file of the built service. */
    public Path runner(Path projectRoot) {
        return projectRoot.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
