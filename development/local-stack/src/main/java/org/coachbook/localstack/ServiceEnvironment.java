package org.coachbook.localstack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The environment variables from which a service takes its configuration. */
final class ServiceEnvironment {
    static final String ADMIN_EMAIL = "admin@demo.coachbook.org";

    private final LocalStackOptions options;
    private final StackAddresses addresses;
    private final Secrets secrets;
    private final List<String> webhookSecrets;

    ServiceEnvironment(
            LocalStackOptions options, StackAddresses addresses, Secrets secrets, List<String> webhookSecrets) {
        this.options = options;
        this.addresses = addresses;
        this.secrets = secrets;
        this.webhookSecrets = webhookSecrets;
    }

    Map<String, String> of(ServiceDefinition service) {
        Map<String, String> variables = new LinkedHashMap<>(listeners(service));
        variables.putAll(neighbours());
        variables.putAll(identity(service));
        variables.putAll(options.deadlines().environment());
        variables.putAll(own(service));
        // The C library sets memory aside for many threads otherwise, which a JVM rarely uses.
        variables.put("MALLOC_ARENA_MAX", "2");
        return variables;
    }

    private Map<String, String> listeners(ServiceDefinition service) {
        return Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                String.valueOf(options.ports().http(service.name())),
                "QUARKUS_MANAGEMENT_HOST",
                "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT",
                String.valueOf(options.ports().management(service.name())));
    }

    private Map<String, String> neighbours() {
        Map<String, String> variables = new LinkedHashMap<>();
        ServiceDefinition.ALL.forEach(other -> variables.put(
                other.urlKey(),
                StackAddresses.url(options.ports().http(other.name())).toString()));
        variables.put("QUARKUS_MONGODB_CONNECTION_STRING", addresses.mongodb());
        variables.put("KAFKA_BOOTSTRAP_SERVERS", addresses.kafka());
        variables.put("COACHBOOK_PUBLIC_URL", addresses.gateway().toString());
        return variables;
    }

    private Map<String, String> identity(ServiceDefinition service) {
        String gateway = addresses.gateway().toString();
        String credential = secrets.credential(service.name());
        return Map.of(
                "COACHBOOK_IDENTITY_JWKS_URL",
                gateway + "/.well-known/jwks.json",
                "COACHBOOK_IDENTITY_TOKEN_URL",
                gateway + "/internal/service-token",
                "COACHBOOK_IDENTITY_CREDENTIAL",
                credential,
                "COACHBOOK_SERVICE_CREDENTIAL",
                credential);
    }

    /** What the others may not know. */
    private Map<String, String> own(ServiceDefinition service) {
        return switch (service.name()) {
            case ServiceDefinition.GATEWAY -> gateway();
            case "pricing-service" ->
                Map.of(
                        "COACHBOOK_QUOTES_KEY_ENCRYPTION_KEY", secrets.encryptionKey(),
                        "COACHBOOK_QUOTES_SHARE_KEY", secrets.shareKey());
            case "booking-service" -> Map.of("COACHBOOK_QUOTES_SHARE_KEY", secrets.shareKey());
            case "payment-service" -> payment();
            case "notification-service" -> mail();
            default -> Map.of();
        };
    }

    private Map<String, String> gateway() {
        return Map.of(
                "COACHBOOK_KEYS_ENCRYPTION_KEY", secrets.encryptionKey(),
                "COACHBOOK_SERVICE_CREDENTIALS", secrets.allCredentials(),
                "COACHBOOK_ADMIN_EMAIL", ADMIN_EMAIL,
                "COACHBOOK_ADMIN_PASSWORD", secrets.adminPassword(),
                "COACHBOOK_STRIPE_PUBLISHABLE_KEY", secrets.stripePublishableKey(),
                "COACHBOOK_STRIPE_API_URL", addresses.stripe().toString());
    }

    private Map<String, String> payment() {
        return Map.of(
                "STRIPE_API_BASE", addresses.stripe().toString(),
                "STRIPE_SECRET_KEY", secrets.stripeSecretKey(),
                "COACHBOOK_STRIPE_WEBHOOK_SECRET", String.join(",", webhookSecrets));
    }

    private Map<String, String> mail() {
        return Map.of(
                "COACHBOOK_MAIL_SERVER_HOST",
                "127.0.0.1",
                "COACHBOOK_MAIL_SERVER_PORT",
                String.valueOf(options.ports().smtp()));
    }
}
