package org.coachbook.chassis.messaging;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The topics {@code <topic>.<group>.dead-letter}, where poison messages lie with the reason in their headers. */
@Singleton
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final Map<String, String> KEPT_14_DAYS = Map.of("retention.ms", "1209600000");

    private final MessagePublisher publisher;
    private final String servers;

    DeadLetters(MessagePublisher publisher, @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.publisher = publisher;
        this.servers = servers;
    }

    /** Makes the dead-letter topics of a subscription where they do not exist yet. */
    void prepare(Subscription subscription) {
        List<NewTopic> topics = subscription.topics().stream()
                .map(topic -> new NewTopic(nameFor(topic, subscription), Optional.of(1), Optional.empty())
                        .configs(KEPT_14_DAYS))
                .toList();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                LOG.warn("Dead-letter topics could not be made", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes the message to its dead-letter topic and waits for the acknowledgement. */
    void bury(Subscription subscription, ConsumerRecord<String, byte[]> received, RuntimeException reason) {
        LOG.errorf(reason, "Dead letter from %s for %s", received.topic(), subscription.group());
        var letter = new ProducerRecord<>(nameFor(received.topic(), subscription), received.key(), received.value());
        received.headers().forEach(letter.headers()::add);
        letter.headers()
                .add("dead-letter-reason", Headers.bytes(String.valueOf(reason.getMessage())))
                .add("dead-letter-partition", Headers.bytes(String.valueOf(received.partition())))
                .add("dead-letter-offset", Headers.bytes(String.valueOf(received.offset())));
        publisher.send(letter).join();
    }

    private static String nameFor(String topic, Subscription subscription) {
        return topic + "." + subscription.group() + ".dead-letter";
    }
}
