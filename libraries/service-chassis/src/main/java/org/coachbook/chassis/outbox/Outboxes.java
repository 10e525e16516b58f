package org.coachbook.chassis.outbox;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.coachbook.chassis.messaging.MessagePublisher;

/** Opens the outbox of a collection. A repository does so when it starts, and is marked {@code @Startup} therefore. */
@Singleton
public class Outboxes {
    private final MessagePublisher publisher;
    private final Clock clock;
    private final Parking parking;
    private final List<Outbox> open = new CopyOnWriteArrayList<>();

    @Inject
    public Outboxes(MessagePublisher publisher, Clock clock, MeterRegistry meters) {
        this.publisher = publisher;
        this.clock = clock;
        this.parking = new Parking(meters);
    }

    /** Documents of the collection have a text {@code _id}, which is or begins with the shard key. */
    public Outbox of(MongoCollection<?> collection) {
        Outbox outbox = new Outbox(collection, publisher, clock, parking);
        open.add(outbox);
        return outbox;
    }

    @PreDestroy
    void close() {
        open.forEach(Outbox::close);
    }
}
