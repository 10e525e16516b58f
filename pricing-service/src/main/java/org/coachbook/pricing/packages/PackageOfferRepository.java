package org.coachbook.pricing.packages;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coachbook.chassis.mongo.Database;

/** What coaches sell. */
@Startup
@ApplicationScoped
class PackageOfferRepository {
    private final MongoCollection<PackageOffer> offers;

    PackageOfferRepository(Database database) {
        this.offers = database.collection("package_offers", PackageOffer.class);
        offers.createIndex(Indexes.ascending("coachId", "createdAt"));
    }

    void insert(PackageOffer offer) {
        offers.insertOne(offer);
    }

    Optional<PackageOffer> find(String id) {
        return Optional.ofNullable(offers.find(eq("_id", id)).first());
    }

    /** Oldest first. */
    List<PackageOffer> ofCoach(String coachId) {
        return offers.find(eq("coachId", coachId))
                .sort(Sorts.ascending("createdAt"))
                .into(new ArrayList<>());
    }

    /** Gives the offer other terms where nobody did since; false when somebody did. */
    boolean change(PackageOffer known, PackageTerms terms) {
        return offers.updateOne(
                                and(eq("_id", known.id()), eq("version", known.version())),
                                Updates.combine(Updates.set("terms", terms), Updates.inc("version", 1L)))
                        .getMatchedCount()
                == 1;
    }
}
