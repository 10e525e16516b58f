package org.coachbook.pricing.packages;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

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
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.chassis.outbox.Outbox;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.chassis.outbox.Outboxes;
import org.coachbook.contracts.pricing.DiscountKind;
import org.coachbook.pricing.TimeCursor;
import org.coachbook.pricing.UniqueDocuments;
import org.coachbook.pricing.redemption.RedeemableDocuments;
import org.coachbook.pricing.redemption.Redeemables;
import org.coachbook.pricing.redemption.Use;
import org.jspecify.annotations.Nullable;

/** Packages that clients buy or bought. Each change is one conditional write, with what it makes us say. */
@Startup
@ApplicationScoped
class ClientPackageRepository implements Redeemables<ClientPackage> {
    private static final String PAID = "paidAt";
    private static final String CANCELLED = "cancelled";
    private static final String GIVE_UP = "giveUpAt";
    private static final String LATE = "late";
    private static final String WITHDRAWN = "withdrawnAt";

    /** Public, so that the driver can make one. */
    public record Written(@BsonId String id, List<OutboxMessage> outbox) {}

    /** Public, so that the driver can make one. */
    public record Ordered(
            @BsonId String id,
            Purchase purchase,
            Instant giveUpAt,
            List<Use> uses,
            List<Use> returned,
            long sequence,
            List<OutboxMessage> outbox,
            Instant outboxPendingSince) {}

    private final MongoCollection<ClientPackage> packages;
    private final MongoCollection<Written> written;
    private final Outbox outbox;

    ClientPackageRepository(Database database, Outboxes outboxes) {
        this.packages = database.collection("client_packages", ClientPackage.class);
        this.written = packages.withDocumentClass(Written.class);
        this.outbox = outboxes.of(packages);
        packages.createIndex(
                Indexes.ascending("purchase.clientId", "purchase.idempotencyKey"), new IndexOptions().unique(true));
        packages.createIndex(Indexes.descending("purchase.clientId", "purchase.at", "_id"));
        packages.createIndex(Indexes.descending("purchase.coachId", "purchase.at", "_id"));
        packages.createIndex(Indexes.ascending(GIVE_UP), new IndexOptions().partialFilterExpression(exists(GIVE_UP)));
    }

    @Override
    public DiscountKind kind() {
        return DiscountKind.PACKAGE;
    }

    /** Stores an order and its first message; false when this client used the key before. */
    boolean insert(String id, Purchase purchase, OutboxMessage message) {
        List<OutboxMessage> messages = List.of(message);
        var ordered = new Ordered(id, purchase, purchase.payBy(), List.of(), List.of(), 1, messages, purchase.at());
        boolean first = UniqueDocuments.written(
                () -> packages.withDocumentClass(Ordered.class).insertOne(ordered));
        if (first) {
            outbox.written(id, messages, 1);
        }
        return first;
    }

    @Override
    public Optional<ClientPackage> find(String id) {
        return Optional.ofNullable(packages.find(eq("_id", id)).first());
    }

    /** A client's own, and of a coach those that were paid; the newest first. */
    List<ClientPackage> of(String personId, @Nullable TimeCursor after, int limit) {
        Bson sold = and(eq("purchase.coachId", personId), exists(PAID));
        Bson whose = or(eq("purchase.clientId", personId), sold);
        return packages.find(after == null ? whose : and(whose, before(after)))
                .sort(Sorts.descending("purchase.at", "_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private static Bson before(TimeCursor last) {
        return or(lt("purchase.at", last.at()), and(eq("purchase.at", last.at()), lt("_id", last.id())));
    }

    /** Unpaid ones whose time is over. */
    List<ClientPackage> overdue(Instant now, int limit) {
        return packages.find(lte(GIVE_UP, now)).limit(limit).into(new ArrayList<>());
    }

    /** Asks for the payment to be given up, once. */
    void giveUp(ClientPackage known, Instant now, LongFunction<OutboxMessage> message) {
        changed(known, Updates.unset(GIVE_UP), now, message);
    }

    /** Grants the credits and says so, once. */
    void paid(String id, Instant at, LongFunction<OutboxMessage> message) {
        Bson granted = Updates.combine(Updates.set(PAID, at), Updates.unset(GIVE_UP), Updates.unset(CANCELLED));
        Optional<ClientPackage> known = find(id);
        while (known.isPresent() && known.get().paidAt() == null && !changed(known.get(), granted, at, message)) {
            known = find(id);
        }
    }

    /** It will not be paid. */
    void cancelled(String id, Cancellation cancellation) {
        packages.updateOne(
                and(eq("_id", id), exists(PAID, false), exists(CANCELLED, false)),
                Updates.combine(Updates.set(CANCELLED, cancellation), Updates.unset(GIVE_UP)));
    }

    /** Counts a refund, or that it did not arrive; false when it changed meanwhile. */
    boolean refunded(ClientPackage known, PackageRefund refund, Instant at) {
        Bson counted = Updates.combine(Updates.push("refunds", refund), Updates.inc("sequence", 1L));
        Bson withdrawn = known.fullyRefundedWith(refund) ? Updates.set(WITHDRAWN, at) : Updates.unset(WITHDRAWN);
        return packages.updateOne(unchanged(known), Updates.combine(counted, withdrawn))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean use(ClientPackage known, Use use, LongFunction<OutboxMessage> answer) {
        Bson effect = known.taken(use.at())
                .map(credit -> Updates.combine(
                        RedeemableDocuments.use(use.of(credit.until())),
                        Updates.pull(LATE, new Document("id", credit.id()))))
                .orElseGet(() -> RedeemableDocuments.use(use));
        return changed(known, effect, use.at(), answer);
    }

    @Override
    public boolean giveBack(ClientPackage known, Use use, boolean byClient, LongFunction<OutboxMessage> answer) {
        Bson back = RedeemableDocuments.giveBack(use);
        Bson effect = known.prolonged(use, byClient)
                .map(credit -> Updates.combine(back, Updates.push(LATE, credit)))
                .orElse(back);
        return changed(known, effect, use.at(), answer);
    }

    private static Bson unchanged(ClientPackage known) {
        return and(eq("_id", known.id()), eq("sequence", known.sequence()));
    }

    /** Whatever is said has a sequence of its own, which tells what was judged. */
    private boolean changed(ClientPackage known, Bson effect, Instant at, LongFunction<OutboxMessage> message) {
        Written after = written.findOneAndUpdate(
                unchanged(known),
                Updates.combine(
                        effect,
                        Updates.inc("sequence", 1L),
                        Outbox.append(List.of(message.apply(known.sequence() + 1)), at)),
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
