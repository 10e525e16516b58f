package org.coachbook.chassis.messaging;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Handles the messages of one partition one after the other, on a virtual thread of its own. */
final class Lane implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lane.class);
    private static final int BEHIND = 200;

    private final BlockingQueue<ConsumerRecord<String, byte[]>> waiting = new LinkedBlockingQueue<>();
    private final Delivery delivery;
    private final Thread worker;
    private volatile long next = -1;
    private long reported = -1;
    private volatile boolean closed;

    Lane(String name, Delivery delivery) {
        this.delivery = delivery;
        this.worker = Thread.ofVirtual().name(name).start(this::run);
    }

    void accept(List<ConsumerRecord<String, byte[]>> records) {
        waiting.addAll(records);
    }

    boolean behind() {
        return waiting.size() > BEHIND;
    }

    /** The offset to commit, if it moved since it was last asked for. Only the poll loop asks. */
    OptionalLong newlyFinished() {
        long offset = next;
        if (offset == reported) {
            return OptionalLong.empty();
        }
        reported = offset;
        return OptionalLong.of(offset);
    }

    private void run() {
        try {
            while (!closed) {
                ConsumerRecord<String, byte[]> received = waiting.take();
                delivery.deliver(received, () -> closed);
                next = received.offset() + 1;
            }
        } catch (InterruptedException e) {
            LOG.debug("Closed", e);
        }
    }

    /** Stops after the message being handled; one that waits for its next try is left to the next owner. */
    @Override
    public void close() {
        closed = true;
        waiting.clear();
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
