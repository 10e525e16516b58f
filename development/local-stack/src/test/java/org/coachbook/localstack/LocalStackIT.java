package org.coachbook.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.coachbook.localstack.process.Readiness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackIT {
    @TempDir
    static Path root;

    private static LocalStackOptions options;
    private static LocalStack stack;

    @BeforeAll
    static void start() throws IOException {
        StandInService.install(root);
        Deadlines deadlines = Deadlines.parse("hold=20s");
        options = new LocalStackOptions(
                root,
                root.resolve(".coachbook"),
                PortLayout.free(),
                deadlines,
                Optional.empty(),
                false,
                false,
                false,
                line -> {});
        stack = LocalStack.start(options);
    }

    @AfterAll
    static void closing_ends_every_process() {
        List<Long> pids = stack.names().stream().map(stack::pid).toList();
        stack.close();
        assertThat(pids).hasSize(9).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        assertThat(root.resolve(".coachbook/stack.json")).doesNotExist();
        assertThat(options.ports().firstInUse()).isEmpty();
    }

    @Test
    void stack_json_says_where_everything_is() throws IOException {
        JsonNode described = description();
        assertThat(described.path("gateway").asText()).isEqualTo(stack.gateway().toString());
        assertThat(described.path("services").size()).isEqualTo(6);
        assertThat(described
                        .path("services")
                        .path("booking-service")
                        .path("management")
                        .asText())
                .isEqualTo(stack.management("booking-service").toString());
        assertThat(described.path("mail").asText()).isEqualTo(".coachbook/mail");
        assertThat(described.path("kafka").asText()).startsWith("127.0.0.1:");
    }

    @Test
    void a_killed_service_starts_again_and_stack_json_follows() throws IOException {
        long before = stack.pid("pricing-service");
        stack.kill("pricing-service");
        assertThat(stack.isAlive("pricing-service")).isFalse();
        stack.restart("pricing-service");
        assertThat(Readiness.answersOk(stack.management("pricing-service"))).isTrue();
        long after = description()
                .path("services")
                .path("pricing-service")
                .path("pid")
                .asLong();
        assertThat(after).isEqualTo(stack.pid("pricing-service")).isNotEqualTo(before);
    }

    @Test
    void what_ended_by_itself_is_revived() {
        stack.kill("notification-service");
        assertThat(stack.revive()).containsExactly("notification-service");
        assertThat(stack.revive()).isEmpty();
    }

    @Test
    void payment_service_gets_the_secrets_of_both_webhook_endpoints() throws Exception {
        assertThat(environment("payment-service"))
                .containsPattern("COACHBOOK_STRIPE_WEBHOOK_SECRET=whsec_\\w+,whsec_\\w+")
                .contains("COACHBOOK_DEADLINES_HOLD=PT20S");
        assertThat(environment("booking-service")).doesNotContain("whsec_");
    }

    @Test
    void a_second_stack_on_the_same_ports_is_told_which_one_is_taken() {
        LocalStackOptions second = new LocalStackOptions(
                root,
                root.resolve("second"),
                options.ports(),
                Deadlines.standard(),
                Optional.empty(),
                false,
                false,
                false,
                line -> {});
        assertThatThrownBy(() -> LocalStack.start(second))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("api-gateway")
                .hasMessageContaining("--port-base");
    }

    private static JsonNode description() throws IOException {
        return new ObjectMapper().readTree(root.resolve(".coachbook/stack.json").toFile());
    }

    private static String environment(String service) throws IOException, InterruptedException {
        URI url = stack.address(service);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
