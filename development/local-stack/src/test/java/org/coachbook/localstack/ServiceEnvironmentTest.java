package org.coachbook.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceEnvironmentTest {
    private final Secrets secrets = Secrets.random();
    private final LocalStackOptions options = LocalStackOptions.standard(Path.of(""));
    private final ServiceEnvironment environment = new ServiceEnvironment(
            options,
            StackAddresses.of(options, "mongodb://127.0.0.1:27017/?replicaSet=coachbook", secrets),
            secrets,
            List.of("whsec_platform", "whsec_connect"));

    @Test
    void every_service_listens_on_loopback_and_finds_the_others() {
        assertThat(of("booking-service"))
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_HTTP_PORT", "8082")
                .containsEntry("QUARKUS_MANAGEMENT_PORT", "9082")
                .containsEntry("COACHBOOK_SERVICES_PRICING_URL", "http://127.0.0.1:8083")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092")
                .containsEntry("COACHBOOK_IDENTITY_JWKS_URL", "http://127.0.0.1:8080/.well-known/jwks.json");
    }

    @Test
    void only_payment_service_knows_the_stripe_secrets() {
        assertThat(of("payment-service"))
                .containsEntry("STRIPE_API_BASE", "http://127.0.0.1:12111")
                .containsEntry("COACHBOOK_STRIPE_WEBHOOK_SECRET", "whsec_platform,whsec_connect");
        assertThat(of("booking-service").values()).doesNotContain(secrets.stripeSecretKey());
    }

    @Test
    void a_service_gets_its_own_credential_and_the_gateway_all() {
        assertThat(of("booking-service"))
                .containsEntry("COACHBOOK_IDENTITY_CREDENTIAL", secrets.credential("booking-service"));
        assertThat(of("api-gateway").get("COACHBOOK_SERVICE_CREDENTIALS"))
                .contains("booking-service:" + secrets.credential("booking-service"));
        assertThat(secrets.credentials().keySet())
                .containsExactlyElementsOf(ServiceDefinition.ALL.stream()
                        .map(ServiceDefinition::name)
                        .toList());
        assertThat(of("booking-service")).doesNotContainKey("COACHBOOK_SERVICE_CREDENTIALS");
    }

    @Test
    void only_pricing_and_booking_know_the_key_to_platform_fee_and_payout() {
        assertThat(Base64.getDecoder().decode(secrets.shareKey())).hasSize(32);
        assertThat(secrets.shareKey()).isNotEqualTo(secrets.encryptionKey());
        assertThat(ServiceDefinition.ALL)
                .filteredOn(service -> environment.of(service).containsValue(secrets.shareKey()))
                .extracting(ServiceDefinition::name)
                .containsExactly("booking-service", "pricing-service");
        assertThat(of("pricing-service")).containsEntry("COACHBOOK_QUOTES_SHARE_KEY", secrets.shareKey());
        assertThat(of("booking-service")).containsEntry("COACHBOOK_QUOTES_SHARE_KEY", secrets.shareKey());
    }

    private Map<String, String> of(String name) {
        return ServiceDefinition.ALL.stream()
                .filter(service -> service.name().equals(name))
                .map(environment::of)
                .findFirst()
                .orElseThrow();
    }
}
