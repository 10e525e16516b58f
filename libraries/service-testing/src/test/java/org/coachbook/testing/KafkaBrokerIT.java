package org.coachbook.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    Path data;

    @Test
    void a_probe_receives_what_a_producer_sent_with_its_headers() {
        try (KafkaBroker broker = KafkaBroker.start()) {
            broker.createTopics(List.of(new NewTopic("booking.events", 3, (short) 1)));
            CloudEvent sent = CloudEvent.of("booking.placed.v1", "booking-service", "b1", 7, "{\"x\":1}");
            send(broker, sent);
            try (KafkaProbe probe = KafkaProbe.of(broker.bootstrapServers(), "booking.events")) {
                ReceivedMessage received = probe.await("booking.placed.v1", "b1", LIMIT);
                assertThat(received.headers()).isEqualTo(sent.headers());
                assertThat(received.sequence()).isEqualTo(7);
                assertThat(received.key()).isEqualTo("b1");
                assertThat(received.payload()).isEqualTo("{\"x\":1}");
            }
        }
    }

    @Test
    void messages_survive_a_restart_on_the_same_data() {
        int port = FreePorts.next();
        try (KafkaBroker broker = KafkaBroker.start(port, data)) {
            broker.createTopics(List.of(new NewTopic("booking.events", 1, (short) 1)));
            send(broker, CloudEvent.of("booking.placed.v1", "booking-service", "b1", 1, "{}"));
        }
        try (KafkaBroker broker = KafkaBroker.start(port, data);
                KafkaProbe probe = KafkaProbe.of(broker.bootstrapServers(), "booking.events")) {
            broker.createTopics(List.of(new NewTopic("booking.events", 1, (short) 1)));
            assertThat(probe.await("booking.placed.v1", "b1", LIMIT).offset()).isZero();
        }
    }

    @Test
    void a_probe_says_what_it_saw_instead() {
        try (KafkaBroker broker = KafkaBroker.start()) {
            broker.createTopics(List.of(new NewTopic("booking.events", 1, (short) 1)));
            send(broker, CloudEvent.of("booking.placed.v1", "booking-service", "b1", 1, "{}"));
            try (KafkaProbe probe = KafkaProbe.of(broker.bootstrapServers(), "booking.events")) {
                assertThatThrownBy(() -> probe.await("booking.expired.v1", "b1", Duration.ofSeconds(1)))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("booking.placed.v1");
            }
        }
    }

    private static void send(KafkaBroker broker, CloudEvent event) {
        try (CloudEventProducer producer = new CloudEventProducer(broker.bootstrapServers())) {
            producer.send("booking.events", event);
        }
    }
}
