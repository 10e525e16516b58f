package org.coachbook.pricing.billing;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.chassis.mongo.Database;

/** Billing details by coach. */
@ApplicationScoped
class BillingRepository {
    /** Public, so that the driver can make one. */
    public record BillingDocument(@BsonId String coachId, BillingDetails details) {}

    private final MongoCollection<BillingDocument> details;

    BillingRepository(Database database) {
        this.details = database.collection("billing_details", BillingDocument.class);
    }

    Optional<BillingDetails> find(String coachId) {
        return Optional.ofNullable(details.find(eq("_id", coachId)).first()).map(BillingDocument::details);
    }

    void put(String coachId, BillingDetails next) {
        details.replaceOne(eq("_id", coachId), new BillingDocument(coachId, next), new ReplaceOptions().upsert(true));
    }
}
