package org.coachbook.payment.webhooks;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.chassis.mongo.Database;

/** Until when Stripe's own list of events was read. A restored backup goes back with it, and what it lacks is read again. */
@ApplicationScoped
class SweepRepository {
    private static final String REFUNDS = "refunds";
    private static final String UNTIL = "readUntil";

    public record Sweep(@BsonId String id, Instant readUntil) {}

    private final MongoCollection<Sweep> sweeps;

    SweepRepository(Database database) {
        this.sweeps = database.collection("stripe-sweeps", Sweep.class);
    }

    /** When Stripe made the newest event that was read; empty before the first. */
    Optional<Instant> readUntil() {
        return Optional.ofNullable(sweeps.find(eq(REFUNDS)).first()).map(Sweep::readUntil);
    }

    /** Everything up to here is stored; never goes back, whichever process says so last. */
    void readUntil(Instant newest) {
        sweeps.updateOne(eq(REFUNDS), Updates.max(UNTIL, newest), new UpdateOptions().upsert(true));
    }
}
