package org.coachbook.chassis.messaging;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.coachbook.chassis.http.ProblemException;
import org.jboss.logging.Logger;

/**
 * Brings one message to its handler: again and again while the reason of a failure is passing, to the dead-letter topic
 * when the message is poison.
 */
final class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);
    private static final int TRIES_OF_AN_UNEXPLAINED_FAILURE = 5;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    /** Whether the partition was taken away meanwhile. */
    interface Revoked {
        boolean yes();
    }

    private final Subscription subscription;
    private final DeadLetters deadLetters;
    private final Tracer tracer;
    private final MeterRegistry meters;

    Delivery(Subscription subscription, DeadLetters deadLetters, Tracer tracer, MeterRegistry meters) {
        this.subscription = subscription;
        this.deadLetters = deadLetters;
        this.tracer = tracer;
        this.meters = meters;
    }

    /** @throws InterruptedException when the partition is taken away before the message was dealt with */
    void deliver(ConsumerRecord<String, byte[]> received, Revoked revoked) throws InterruptedException {
        IncomingMessage message = new IncomingMessage(received);
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 1; !handled(message, attempt); attempt++) {
            if (revoked.yes()) {
                throw new InterruptedException("partition revoked");
            }
            Thread.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private boolean handled(IncomingMessage message, int attempt) {
        try {
            Traces.continued(tracer, message, () -> handle(message));
            count(message, "handled");
            return true;
        } catch (PoisonMessage e) {
            return buried(message, e);
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s could not handle %s, try %d", subscription.group(), message, attempt);
            count(message, "failed");
            return !passing(e) && attempt >= TRIES_OF_AN_UNEXPLAINED_FAILURE && buried(message, e);
        }
    }

    /** One line for each message: with the trace id a journey can be followed through the logs of all services. */
    private void handle(IncomingMessage message) {
        subscription.handle(message);
        LOG.infof("%s handled %s of %s (%s)", subscription.group(), message.type(), message.subject(), message);
    }

    private boolean buried(IncomingMessage message, RuntimeException reason) {
        try {
            deadLetters.bury(subscription, message.received(), reason);
            count(message, "dead-letter");
            return true;
        } catch (CompletionException e) {
            LOG.error("A dead letter could not be written; the message is tried again", e);
            return false;
        }
    }

    private static boolean passing(RuntimeException failure) {
        return failure instanceof MongoException
                || failure instanceof KafkaException
                || (failure instanceof ProblemException refused
                        && refused.problem().status() >= 500);
    }

    private void count(IncomingMessage message, String outcome) {
        meters.counter("messages.consumed", "topic", message.topic(), "group", subscription.group(), "outcome", outcome)
                .increment();
    }
}
