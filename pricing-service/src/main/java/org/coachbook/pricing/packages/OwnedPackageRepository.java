package org.coachbook.pricing.packages;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.coachbook.chassis.mongo.Database;

/** What a client has: what quotes and orders ask of the packages that {@link ClientPackageRepository} changes. */
@ApplicationScoped
class OwnedPackageRepository {
    /** More than a client can pay with at a time. */
    private static final int MOST_USABLE = 50;

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private static final String PAID = "paidAt";
    private static final String CANCELLED = "cancelled";

    private final MongoCollection<ClientPackage> packages;

    OwnedPackageRepository(Database database) {
        this.packages = database.collection("client_packages", ClientPackage.class);
    }

    /** What this client ordered under this key. */
    Optional<ClientPackage> byKey(String clientId, String idempotencyKey) {
        return Optional.ofNullable(
                packages.find(and(eq("purchase.clientId", clientId), eq("purchase.idempotencyKey", idempotencyKey)))
                        .first());
    }

    /** With what this client could pay this coach now, the oldest first. */
    List<ClientPackage> usable(String clientId, String coachId, Instant now) {
        Document left = expression("$gt", "$purchase.terms.credits", new Document("$size", "$uses"));
        Document lasts = new Document("$multiply", List.of("$purchase.terms.validityDays", DAY_MILLIS));
        Document inTime = expression("$gt", new Document("$add", List.of("$" + PAID, lasts)), Date.from(now));
        return packages.find(and(
                        paid(clientId, coachId),
                        exists("withdrawnAt", false),
                        expr(left),
                        or(expr(inTime), gt("late.until", now))))
                .sort(Sorts.ascending(PAID))
                .limit(MOST_USABLE)
                .into(new ArrayList<>());
    }

    private static Document expression(String operator, Object one, Object other) {
        return new Document(operator, Arrays.asList(one, other));
    }

    /** What this client ordered of this coach last and has yet to pay, or else what he bought last. */
    Optional<ClientPackage> latest(String clientId, String coachId) {
        Optional<ClientPackage> awaiting = Optional.ofNullable(
                packages.find(and(of(clientId, coachId), exists(PAID, false), exists(CANCELLED, false)))
                        .sort(Sorts.descending("purchase.at"))
                        .first());
        return awaiting.or(() -> Optional.ofNullable(packages.find(paid(clientId, coachId))
                .sort(Sorts.descending(PAID))
                .first()));
    }

    private static Bson paid(String clientId, String coachId) {
        return and(of(clientId, coachId), exists(PAID));
    }

    private static Bson of(String clientId, String coachId) {
        return and(eq("purchase.clientId", clientId), eq("purchase.coachId", coachId));
    }

    /** How many this client has yet to pay. */
    long unpaid(String clientId) {
        return packages.countDocuments(
                and(eq("purchase.clientId", clientId), exists(PAID, false), exists(CANCELLED, false)));
    }
}
