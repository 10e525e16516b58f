package org.coachbook.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** A Kafka broker and controller in this JVM, on 127.0.0.1; topics are only made explicitly. */
public final class KafkaBroker implements AutoCloseable {
    // Thousands of lines per start otherwise; held here because loggers are collected when nobody does.
    private static final List<Logger> LOGGERS = Stream.of("kafka", "org.apache.kafka", "state.change.logger")
            .map(Logger::getLogger)
            .toList();

    private final int port;
    private final KafkaRaftServer server;
    private final @Nullable Path temporary;

    private KafkaBroker(int port, KafkaRaftServer server, @Nullable Path temporary) {
        this.port = port;
        this.server = server;
        this.temporary = temporary;
    }

    /** Starts one on a free port, with data that is deleted on close. */
    public static KafkaBroker start() {
        try {
            Path data = Files.createTempDirectory("coachbook-kafka");
            return start(FreePorts.next(), data, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts one with data that outlives it; a directory used before continues.
     *
     * @param port loopback port of the broker; the controller takes a free one
     * @param data directory of the log segments, created if missing
     */
    public static KafkaBroker start(int port, Path data) {
        return start(port, data, null);
    }

    private static KafkaBroker start(int port, Path data, @Nullable Path temporary) {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
        BrokerStorage.format(data);
        Map<String, String> settings = BrokerSettings.of(port, FreePorts.next(), data);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(port, server, temporary);
    }

    /** Host and port for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Creates the topics that do not exist yet. */
    public void createTopics(Collection<NewTopic> topics) {
        createTopics(bootstrapServers(), topics);
    }

    /** As {@link #createTopics(Collection)}, at a broker that may run in another process. */
    public static void createTopics(String bootstrapServers, Collection<NewTopic> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (var created : admin.createTopics(topics).values().values()) {
                awaitCreation(created::get);
            }
        }
    }

    private static void awaitCreation(Creation creation) {
        try {
            creation.await();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Kafka refused a topic", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", e);
        }
    }

    /** Blocks until the broker has stopped. */
    void awaitShutdown() {
        server.awaitShutdown();
    }

    /** Stops the broker in order. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (temporary != null) {
            try {
                TemporaryFiles.delete(temporary);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private interface Creation {
        void await() throws ExecutionException, InterruptedException;
    }
}
