package org.coachbook.payment.webhooks;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.coachbook.chassis.mongo.Database;

/** Events by Stripe's id; kept for 90 days, three times as long as Stripe can send one again. */
@Startup
@ApplicationScoped
class WebhookRepository {
    private static final String NEXT_AT = "nextAt";

    private final MongoCollection<WebhookEvent> events;

    WebhookRepository(Database database) {
        this.events = database.collection("stripe-events", WebhookEvent.class);
        events.createIndex(Indexes.ascending(NEXT_AT), new IndexOptions().partialFilterExpression(exists(NEXT_AT)));
        events.createIndex(Indexes.ascending("receivedAt"), new IndexOptions().expireAfter(90L, TimeUnit.DAYS));
    }

    /** Stores it; false when it is there already. */
    boolean insert(WebhookEvent event) {
        try {
            events.insertOne(event);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    List<WebhookEvent> due(Instant now, int limit) {
        return events.find(lte(NEXT_AT, now)).limit(limit).into(new ArrayList<>());
    }

    /** Takes it up, unless somebody else did; empty then. */
    Optional<WebhookEvent> claim(WebhookEvent event, Instant leaseUntil) {
        return Optional.ofNullable(events.findOneAndUpdate(
                and(eq(event.id()), eq(NEXT_AT, event.nextAt())),
                Updates.combine(Updates.set(NEXT_AT, leaseUntil), Updates.inc("tries", 1)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    void processed(String id, Instant now) {
        events.updateOne(eq(id), Updates.combine(Updates.unset(NEXT_AT), Updates.set("processedAt", now)));
    }

    void later(String id, Instant at) {
        events.updateOne(eq(id), Updates.set(NEXT_AT, at));
    }
}
