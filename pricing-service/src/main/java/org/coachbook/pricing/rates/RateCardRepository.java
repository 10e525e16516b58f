package org.coachbook.pricing.rates;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.pricing.UniqueDocuments;

/** All versions of all rate cards. The insert of version n + 1 is the guard: it succeeds once. */
@Startup
@ApplicationScoped
class RateCardRepository {
    private final MongoCollection<RateCardDocument> cards;

    RateCardRepository(Database database) {
        this.cards = database.collection("rate_cards", RateCardDocument.class);
        cards.createIndex(Indexes.compoundIndex(Indexes.ascending("coachId"), Indexes.descending("version")));
    }

    /** The latest version. */
    Optional<RateCardDocument> current(String coachId) {
        return Optional.ofNullable(cards.find(eq("coachId", coachId))
                .sort(Indexes.descending("version"))
                .first());
    }

    /** An older version, as quotes and invoices name it. */
    Optional<RateCardDocument> version(String coachId, long version) {
        return Optional.ofNullable(
                cards.find(eq("_id", RateCardDocument.idOf(coachId, version))).first());
    }

    /** All versions without what is in them, the newest first. */
    List<RateCards.Version> versions(String coachId) {
        return cards.withDocumentClass(RateCards.Version.class)
                .find(eq("coachId", coachId))
                .projection(Projections.fields(Projections.excludeId(), Projections.include("version", "createdAt")))
                .sort(Indexes.descending("version"))
                .into(new ArrayList<>());
    }

    /** Adds a version; false when somebody else has added it meanwhile. */
    boolean add(RateCardDocument next) {
        return UniqueDocuments.written(() -> cards.insertOne(next));
    }
}
