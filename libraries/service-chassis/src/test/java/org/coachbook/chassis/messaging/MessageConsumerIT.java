package org.coachbook.chassis.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ServiceStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceStack.class,
        initArgs = @ResourceArg(name = "topics", value = MessageConsumerIT.TOPIC))
class MessageConsumerIT {
    static final String TOPIC = "consumer.test";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Remembers what it handled; fails as the payload tells it to. */
    @Singleton
    static class Recorder implements Subscription {
        final List<String> handled = new CopyOnWriteArrayList<>();
        final Map<String, Integer> tries = new java.util.concurrent.ConcurrentHashMap<>();

        @Override
        public String group() {
            return "recorder";
        }

        @Override
        public List<String> topics() {
            return List.of(TOPIC);
        }

        @Override
        public void handle(IncomingMessage message) {
            int attempt = tries.merge(message.id(), 1, Integer::sum);
            String payload = new String(message.payload(), java.nio.charset.StandardCharsets.UTF_8);
            if (payload.contains("poison")) {
                throw new PoisonMessage("it says so itself");
            }
            if (payload.contains("passing") && attempt < 8) {
                throw new MongoTimeoutException("no primary yet");
            }
            if (payload.contains("defect")) {
                throw new IllegalStateException("a defect of ours");
            }
            handled.add(message.id());
        }
    }

    @Inject
    MessagePublisher publisher;

    @Inject
    Recorder recorder;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void messages_of_one_key_are_handled_in_order() {
        List<String> sent =
                LongStream.rangeClosed(1, 300).mapToObj(n -> send(n, "{}")).toList();
        await().atMost(LIMIT).until(() -> mine().size() == 300);
        assertThat(mine()).isEqualTo(sent);
    }

    @Test
    void a_passing_failure_is_tried_again_in_place_and_keeps_the_order() {
        List<String> sent = List.of(send(1, "{\"passing\": true}"), send(2, "{}"));
        await().atMost(LIMIT).until(() -> mine().size() == 2);
        assertThat(mine()).isEqualTo(sent);
    }

    @Test
    void poison_goes_to_the_dead_letters_with_its_reason_and_the_next_message_is_handled() {
        String poison = send(1, "{\"poison\": true}");
        String next = send(2, "{}");
        await().atMost(LIMIT).until(() -> mine().contains(next));
        assertThat(recorder.tries).containsEntry(poison, 1);
        assertBuried(poison);
    }

    @Test
    void an_unexplained_failure_is_tried_five_times_before_it_counts_as_poison() {
        String defect = send(1, "{\"defect\": true}");
        String next = send(2, "{}");
        await().atMost(LIMIT).until(() -> mine().contains(next));
        assertThat(recorder.tries).containsEntry(defect, 5);
        assertBuried(defect);
    }

    @Test
    void a_message_without_our_headers_is_poison_too() {
        var bare = new org.apache.kafka.clients.producer.ProducerRecord<>(TOPIC, subject, Headers.bytes("{}"));
        publisher.send(bare).join();
        String next = send(2, "{}");
        await().atMost(LIMIT).until(() -> mine().contains(next));
    }

    private String send(long sequence, String payload) {
        String id = subject + "-" + sequence;
        publisher
                .publish(new OutboxMessage(id, "sample.v1", TOPIC, subject, subject, sequence, payload, Map.of()))
                .join();
        return id;
    }

    private List<String> mine() {
        return recorder.handled.stream().filter(id -> id.startsWith(subject)).toList();
    }

    private static void assertBuried(String id) {
        try (KafkaProbe probe = KafkaProbe.of(ServiceStack.bootstrapServers(), TOPIC + ".recorder.dead-letter")) {
            var letter = probe.await(m -> m.id().equals(id), LIMIT);
            assertThat(letter.header("dead-letter-reason")).isNotEmpty();
        }
    }
}
