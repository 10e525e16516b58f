package org.coachbook.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Real MongoDB, real Kafka and a JWKS for a {@code @QuarkusTest}, started once per JVM and shared by its tests.
 *
 * <p>{@code @WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "topics", value = "a,b"))}
 * makes the topics with 3 partitions each. Tokens that pass come from {@link TestTokens#shared()}.
 */
public final class ServiceStack implements QuarkusTestResourceLifecycleManager {
    private static final int PARTITIONS = 3;

    private List<String> topics = List.of();

    @Override
    public void init(Map<String, String> arguments) {
        String names = arguments.getOrDefault("topics", "");
        topics = Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Configuration of the service under test. */
    @Override
    public Map<String, String> start() {
        SharedStack stack = SharedStack.running();
        KafkaBroker.createTopics(
                stack.kafka(),
                topics.stream()
                        .map(name -> new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()))
                        .toList());
        return Map.of(
                "quarkus.mongodb.connection-string", stack.mongodb(),
                "quarkus.mongodb.database", stack.database(),
                "kafka.bootstrap.servers", stack.kafka(),
                "coachbook.identity.jwks-url", stack.jwksUrl());
    }

    /** Nothing: the next test class uses the same processes; they end with the JVM. */
    @Override
    public void stop() {
        topics = List.of();
    }

    /** {@code bootstrap.servers} of the shared broker, for a {@link KafkaProbe}. */
    public static String bootstrapServers() {
        return SharedStack.running().kafka();
    }

    /** Connection string of the shared replica set. */
    public static String mongodbUri() {
        return SharedStack.running().mongodb();
    }

    /** Name of this JVM's database. */
    public static String database() {
        return SharedStack.running().database();
    }
}
