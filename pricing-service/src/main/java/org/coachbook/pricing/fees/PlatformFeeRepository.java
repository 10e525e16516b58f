package org.coachbook.pricing.fees;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.coachbook.chassis.mongo.Database;

/** The coaches whose percentage is not the usual one. */
@ApplicationScoped
class PlatformFeeRepository {
    private final MongoCollection<PlatformFeeDocument> fees;

    PlatformFeeRepository(Database database) {
        this.fees = database.collection("platform_fees", PlatformFeeDocument.class);
    }

    Optional<PlatformFeeDocument> find(String coachId) {
        return Optional.ofNullable(fees.find(eq("_id", coachId)).first());
    }

    void put(PlatformFeeDocument fee) {
        fees.replaceOne(eq("_id", fee.coachId()), fee, new ReplaceOptions().upsert(true));
    }

    void remove(String coachId) {
        fees.deleteOne(eq("_id", coachId));
    }
}
