package org.coachbook.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.contracts.Topic;
import org.coachbook.contracts.Topics;
import org.coachbook.localstack.ProjectRoot;
import org.junit.jupiter.api.Test;

class DeploymentFilesTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> SERVICES = List.of(
            "api-gateway",
            "availability-service",
            "booking-service",
            "payment-service",
            "pricing-service",
            "notification-service");
    private static final Path ROOT = ProjectRoot.find();

    @Test
    void compose_runs_the_six_services_and_shows_the_gateway_on_loopback_only() throws IOException {
        JsonNode services =
                YAML.readTree(ROOT.resolve("docker-compose.yml").toFile()).path("services");
        assertThat(names(services)).containsAll(SERVICES);
        services.forEach(service ->
                service.path("ports").forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:")));
    }

    @Test
    void compose_makes_every_topic() throws IOException {
        String script = YAML.readTree(ROOT.resolve("docker-compose.yml").toFile())
                .at("/services/topics/command/0")
                .asText();
        assertThat(Topics.all()).extracting(Topic::name).allSatisfy(topic -> assertThat(script)
                .contains(topic));
    }

    @Test
    void the_chart_scales_each_service_by_itself() throws IOException {
        List<JsonNode> rendered = rendered();
        assertThat(named(rendered, "Deployment")).containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(named(rendered, "HorizontalPodAutoscaler")).containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(named(rendered, "PodDisruptionBudget")).containsExactlyInAnyOrderElementsOf(SERVICES);
    }

    @Test
    void the_chart_lets_no_container_run_as_root_or_write_to_its_image() throws IOException {
        List<JsonNode> deployments = rendered().stream()
                .filter(object -> object.path("kind").asText().equals("Deployment"))
                .toList();
        assertThat(deployments).isNotEmpty().allSatisfy(deployment -> {
            JsonNode pod = deployment.at("/spec/template/spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            JsonNode container = pod.at("/containers/0/securityContext");
            assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(container.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
        });
    }

    private static List<JsonNode> rendered() throws IOException {
        String text = new Helm(ROOT.resolve("helm/coachbook")).template().call();
        List<JsonNode> objects = new ArrayList<>();
        try (var parser = new YAMLFactory().createParser(text)) {
            YAML.readValues(parser, JsonNode.class).forEachRemaining(objects::add);
        }
        return objects.stream().filter(JsonNode::isObject).toList();
    }

    private static List<String> named(List<JsonNode> objects, String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .map(object -> object.at("/metadata/name").asText())
                .toList();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
