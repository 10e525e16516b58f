package org.coachbook.pricing.billing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.pricing.UniqueDocuments;
import org.jspecify.annotations.Nullable;

/** Billing details by person. */
@ApplicationScoped
class BillingRepository {
    /**
     * Public, so that the driver can make one.
     *
     * @param version null in documents from before there were versions
     */
    public record BillingDocument(
            @BsonId String personId,
            BillingDetails details,
            @Nullable Long version) {
        long known() {
            return version == null ? 1 : version;
        }
    }

    private final MongoCollection<BillingDocument> details;

    BillingRepository(Database database) {
        this.details = database.collection("billing_details", BillingDocument.class);
    }

    Optional<BillingDocument> find(String personId) {
        return Optional.ofNullable(details.find(eq("_id", personId)).first());
    }

    /** The first; false when there is one. */
    boolean insert(BillingDocument first) {
        return UniqueDocuments.written(() -> details.insertOne(first));
    }

    /** The next after this one; false when that is not the last any more. */
    boolean replace(BillingDocument known, BillingDocument next) {
        return details.replaceOne(and(eq("_id", known.personId()), eq("version", known.version())), next)
                        .getMatchedCount()
                == 1;
    }
}
