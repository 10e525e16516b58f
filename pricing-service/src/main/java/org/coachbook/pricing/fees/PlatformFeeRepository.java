package org.coachbook.pricing.fees;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.coachbook.chassis.mongo.Database;

/** The coaches with whom something was agreed. */
@ApplicationScoped
class PlatformFeeRepository {
    private final MongoCollection<PlatformFeeDocument> fees;

    PlatformFeeRepository(Database database) {
        this.fees = database.collection("platform_fees", PlatformFeeDocument.class);
    }

    Optional<PlatformFeeDocument> find(String coachId) {
        return Optional.ofNullable(fees.find(eq("_id", coachId)).first());
    }

    /** Adds an agreement; those before it are kept. */
    void add(String coachId, PlatformFeeDocument.Change change) {
        fees.updateOne(eq("_id", coachId), Updates.push("changes", change), new UpdateOptions().upsert(true));
    }
}
