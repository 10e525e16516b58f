package org.coachbook.localstack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.coachbook.testing.FreePorts;

/**
 * Loopback ports of every part of the stack.
 *
 * @param services port of each service, by name
 */
public record PortLayout(Map<String, Integer> services, int mongodb, int kafka, int stripe, int smtp) {
    private static final int MANAGEMENT_OFFSET = 1000;
    private static final int FIRST_RANDOM_BASE = 10_000;
    private static final int LAST_RANDOM_BASE = 30_000;
    private static final int RANDOM_STEP = 20;

    /** Keeps the order of the services. */
    public PortLayout {
        services = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(services));
    }

    /** The documented ports: gateway 8080, services 8081–8085, MongoDB 27017, Kafka 9092, Stripe 12111, SMTP 1025. */
    public static PortLayout standard() {
        return new PortLayout(servicesFrom(8080), 27017, 9092, 12111, 1025);
    }

    /** Services from {@code base} on, then MongoDB, Kafka, Stripe and SMTP from {@code base + 10}. */
    public static PortLayout from(int base) {
        return new PortLayout(servicesFrom(base), base + 10, base + 11, base + 12, base + 13);
    }

    /** A layout whose ports are all free now, below the range from which systems give out ports. */
    public static PortLayout free() {
        while (true) {
            int slots = (LAST_RANDOM_BASE - FIRST_RANDOM_BASE) / RANDOM_STEP;
            PortLayout layout = from(FIRST_RANDOM_BASE
                    + RANDOM_STEP * ThreadLocalRandom.current().nextInt(slots));
            if (layout.firstInUse().isEmpty()) {
                return layout;
            }
        }
    }

    /** The service's HTTP port. */
    public int http(String service) {
        Integer port = services.get(service);
        if (port == null) {
            throw new IllegalArgumentException("There is no service named " + service);
        }
        return port;
    }

    /** The service's port for health, metrics and information. */
    public int management(String service) {
        return http(service) + MANAGEMENT_OFFSET;
    }

    /** A part whose port somebody else listens on, and the port. */
    public Optional<Map.Entry<String, Integer>> firstInUse() {
        return all().entrySet().stream()
                .filter(part -> !FreePorts.isFree(part.getValue()))
                .findFirst();
    }

    private Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>(services);
        services.forEach((name, port) -> all.put(name + " (management)", port + MANAGEMENT_OFFSET));
        all.put("mongodb", mongodb);
        all.put("kafka", kafka);
        all.put("stripe-simulator", stripe);
        all.put("mail", smtp);
        return all;
    }

    private static Map<String, Integer> servicesFrom(int first) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        List<ServiceDefinition> services = ServiceDefinition.ALL;
        for (int i = 0; i < services.size(); i++) {
            ports.put(services.get(i).name(), first + i);
        }
        return ports;
    }
}
