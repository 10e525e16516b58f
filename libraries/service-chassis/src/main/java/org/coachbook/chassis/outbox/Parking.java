package org.coachbook.chassis.outbox;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jboss.logging.Logger;

/** Puts a message aside that no broker will ever take, visibly, so that it does not hold up those behind it. */
final class Parking {
    private static final Logger LOG = Logger.getLogger(Parking.class);

    private final MeterRegistry meters;

    Parking(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Whether the message was hopeless and now stands in the document's {@code parked} list. */
    boolean park(MongoCollection<?> documents, String documentId, OutboxMessage message, Throwable failure) {
        if (!hopeless(failure)) {
            return false;
        }
        try {
            documents.updateOne(eq(documentId), Updates.addToSet("parked", message));
        } catch (MongoException e) {
            LOG.warn("A hopeless message could not be parked yet", e);
            return false;
        }
        LOG.errorf("Parked message %s of type %s: %s", message.id(), message.type(), failure.getMessage());
        meters.counter("messages.parked", "type", message.type()).increment();
        return true;
    }

    private static boolean hopeless(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof SerializationException
                || failure instanceof InvalidTopicException;
    }
}
