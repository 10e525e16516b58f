package org.coachbook.pricing.promotions;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.chassis.outbox.Outbox;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.chassis.outbox.Outboxes;
import org.coachbook.pricing.UniqueDocuments;
import org.coachbook.pricing.redemption.RedeemableDocuments;
import org.coachbook.pricing.redemption.Use;

/**
 * Promotions. A use is one conditional write of the promotion as it was judged, which also sends the answer: of many who
 * want the last use a single one gets it.
 */
@Startup
@ApplicationScoped
class PromotionRepository {
    /** Public, so that the driver can make one. */
    public record Written(@BsonId String id, List<OutboxMessage> outbox) {}

    private final MongoCollection<Promotion> promotions;
    private final MongoCollection<Written> written;
    private final Outbox outbox;

    PromotionRepository(Database database, Outboxes outboxes) {
        this.promotions = database.collection("promotions", Promotion.class);
        this.written = promotions.withDocumentClass(Written.class);
        this.outbox = outboxes.of(promotions);
        promotions.createIndex(Indexes.ascending("coachId", "terms.code"), new IndexOptions().unique(true));
    }

    /** False when the coach has this code already. */
    boolean insert(Promotion promotion) {
        return UniqueDocuments.written(() -> promotions.insertOne(promotion));
    }

    Optional<Promotion> find(String id) {
        return Optional.ofNullable(promotions.find(eq("_id", id)).first());
    }

    /** By the code in capitals. */
    Optional<Promotion> byCode(String coachId, String code) {
        return Optional.ofNullable(promotions
                .find(and(eq("coachId", coachId), eq("terms.code", code)))
                .first());
    }

    List<Promotion> ofCoach(String coachId) {
        return promotions
                .find(eq("coachId", coachId))
                .sort(Sorts.ascending("terms.code"))
                .into(new ArrayList<>());
    }

    /** Gives the promotion other terms where nobody did since; false when somebody did. The code stays. */
    boolean change(Promotion known, PromotionTerms terms) {
        return promotions
                        .updateOne(
                                and(eq("_id", known.id()), eq("version", known.version())),
                                Updates.combine(Updates.set("terms", terms), Updates.inc("version", 1L)))
                        .getMatchedCount()
                == 1;
    }

    boolean use(Promotion known, Use use, LongFunction<OutboxMessage> answer) {
        return changed(known, RedeemableDocuments.use(use), use.at(), answer);
    }

    boolean giveBack(Promotion known, Use use, LongFunction<OutboxMessage> answer) {
        return changed(known, RedeemableDocuments.giveBack(use), use.at(), answer);
    }

    /** Each use and each return has a sequence of its own, and new terms a version: both tell what was judged. */
    private boolean changed(Promotion known, Bson effect, Instant at, LongFunction<OutboxMessage> answer) {
        OutboxMessage message = answer.apply(known.sequence() + 1);
        Written after = written.findOneAndUpdate(
                and(eq("_id", known.id()), eq("sequence", known.sequence()), eq("version", known.version())),
                Updates.combine(effect, Updates.inc("sequence", 1L), Outbox.append(List.of(message), at)),
                new FindOneAndUpdateOptions()
                        .projection(Projections.include(Outbox.FIELD))
                        .returnDocument(ReturnDocument.AFTER));
        if (after == null) {
            return false;
        }
        outbox.written(after.id(), after.outbox(), 1);
        return true;
    }
}
