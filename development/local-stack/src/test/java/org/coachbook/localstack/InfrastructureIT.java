package org.coachbook.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.coachbook.contracts.Topics;
import org.coachbook.localstack.process.StackProcess;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.CloudEventProducer;
import org.coachbook.testing.KafkaProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureIT {
    @TempDir
    Path state;

    private PortLayout ports;
    private Infrastructure infrastructure;
    private Map<String, StackProcess> processes;

    @BeforeEach
    void describe() {
        LocalStackOptions options = LocalStackOptions.isolated(state);
        ports = options.ports();
        infrastructure = new Infrastructure(options, Secrets.random());
        processes =
                infrastructure.processes().stream().collect(Collectors.toMap(StackProcess::name, Function.identity()));
    }

    @AfterEach
    void stop() {
        processes.values().forEach(StackProcess::stop);
    }

    @Test
    void messages_survive_a_killed_broker() {
        start(Infrastructure.KAFKA);
        infrastructure.createTopics();
        String bootstrap = "127.0.0.1:" + ports.kafka();
        try (CloudEventProducer producer = new CloudEventProducer(bootstrap)) {
            producer.send(Topics.BOOKING_EVENTS, CloudEvent.of("booking.placed.v1", "booking-service", "b1", 1, "{}"));
        }
        process(Infrastructure.KAFKA).kill();
        assertThat(process(Infrastructure.KAFKA).isAlive()).isFalse();
        start(Infrastructure.KAFKA);
        try (KafkaProbe probe = KafkaProbe.of(bootstrap, Topics.BOOKING_EVENTS)) {
            assertThat(probe.await("booking.placed.v1", "b1", Duration.ofSeconds(20))
                            .sequence())
                    .isEqualTo(1);
        }
    }

    @Test
    void documents_survive_a_killed_database() {
        start(Infrastructure.MONGODB);
        insert("a");
        process(Infrastructure.MONGODB).kill();
        start(Infrastructure.MONGODB);
        insert("b");
        try (MongoClient client = MongoClients.create(infrastructure.mongodbUri())) {
            assertThat(client.getDatabase("test").getCollection("weeks").find())
                    .containsExactlyInAnyOrder(new Document("_id", "a"), new Document("_id", "b"));
        }
    }

    private void insert(String id) {
        try (MongoClient client = MongoClients.create(infrastructure.mongodbUri())) {
            client.getDatabase("test").getCollection("weeks").insertOne(new Document("_id", id));
        }
    }

    private void start(String name) {
        process(name).start();
        infrastructure.awaitReady(process(name));
    }

    private StackProcess process(String name) {
        return java.util.Objects.requireNonNull(processes.get(name));
    }
}
