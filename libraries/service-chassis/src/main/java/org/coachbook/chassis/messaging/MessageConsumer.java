package org.coachbook.chassis.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * One poll loop for a subscription. Each assigned partition has a {@link Lane} that handles its messages in order; the
 * loop commits what the lanes have finished and pauses a partition whose lane is behind.
 */
final class MessageConsumer implements AutoCloseable, ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(MessageConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    /** What was handled since the last commit comes again after a crash, and is known by then. */
    private static final long COMMIT_EVERY_NANOS = Duration.ofMillis(200).toNanos();

    private final Subscription subscription;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Function<TopicPartition, Lane> newLane;
    private final Map<TopicPartition, Lane> lanes = new ConcurrentHashMap<>();
    private final Thread loop;
    private long committedAt = System.nanoTime();
    private volatile boolean closed;

    MessageConsumer(
            Subscription subscription, KafkaConsumer<String, byte[]> consumer, Function<TopicPartition, Lane> newLane) {
        this.subscription = subscription;
        this.consumer = consumer;
        this.newLane = newLane;
        this.loop = Thread.ofPlatform()
                .daemon()
                .name("consumer " + subscription.group())
                .start(this::run);
    }

    private void run() {
        try {
            consumer.subscribe(subscription.topics(), this);
            while (!closed) {
                round();
            }
        } catch (WakeupException e) {
            LOG.debug("Closing", e);
        } finally {
            consumer.close();
        }
    }

    private void round() {
        try {
            var received = consumer.poll(POLL);
            received.partitions().forEach(p -> lane(p).accept(received.records(p)));
            commitNowAndThen();
            pauseWhoIsBehind();
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warnf("%s goes on after: %s", subscription.group(), e.getMessage());
        }
    }

    private Lane lane(TopicPartition partition) {
        return lanes.computeIfAbsent(partition, newLane);
    }

    private void commitNowAndThen() {
        long now = System.nanoTime();
        if (now - committedAt >= COMMIT_EVERY_NANOS) {
            committedAt = now;
            commit(finished());
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> finished() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        lanes.forEach((partition, lane) ->
                lane.newlyFinished().ifPresent(next -> offsets.put(partition, new OffsetAndMetadata(next))));
        return offsets;
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (!offsets.isEmpty()) {
            consumer.commitAsync(offsets, (_, failure) -> {
                if (failure != null) {
                    LOG.debugf("Offsets not committed, the next commit covers them: %s", failure.getMessage());
                }
            });
        }
    }

    private void pauseWhoIsBehind() {
        lanes.forEach((partition, lane) -> {
            if (lane.behind()) {
                consumer.pause(java.util.List.of(partition));
            } else if (consumer.paused().contains(partition)) {
                consumer.resume(java.util.List.of(partition));
            }
        });
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(this::lane);
    }

    /** Lets each lane finish the message it is at, then hands the partition over with its offset committed. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(p -> lane(p).close());
        try {
            consumer.commitSync(finished(), Duration.ofSeconds(2));
        } catch (KafkaException e) {
            LOG.infof("Handed over without a commit, the last messages come again: %s", e.getMessage());
        }
        partitions.forEach(lanes::remove);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        partitions.forEach(p -> lane(p).close());
        partitions.forEach(lanes::remove);
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            loop.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
