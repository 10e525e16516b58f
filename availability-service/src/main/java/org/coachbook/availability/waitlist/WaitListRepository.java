package org.coachbook.availability.waitlist;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.chassis.outbox.Outbox;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.chassis.outbox.Outboxes;
import org.jspecify.annotations.Nullable;

/** The collection {@code waitLists}, one document per list. */
@Startup
@ApplicationScoped
class WaitListRepository {
    private static final long REMEMBERED_DAYS = 7;

    public record Sent(@BsonId String id, List<OutboxMessage> outbox) {}

    private final MongoCollection<WaitList> lists;
    private final Outbox outbox;

    WaitListRepository(Database database, Outboxes outboxes) {
        this.lists = database.collection("waitLists", WaitList.class);
        lists.createIndex(Indexes.ascending("coachId"));
        lists.createIndex(Indexes.ascending("waiting.clientId"));
        lists.createIndex(Indexes.ascending("nextAt"));
        lists.createIndex(Indexes.ascending("endsAt"), new IndexOptions().expireAfter(REMEMBERED_DAYS, TimeUnit.DAYS));
        this.outbox = outboxes.of(lists);
    }

    Optional<WaitList> find(String id) {
        return Optional.ofNullable(lists.find(eq(id)).first());
    }

    /** The lists on which somebody waits, the next to end first. */
    List<WaitList> of(String clientId) {
        return lists.find(eq("waiting.clientId", clientId))
                .sort(Sorts.ascending("endsAt", "_id"))
                .into(new ArrayList<>());
    }

    /** Stores a first version; false when the list is there already. */
    boolean insert(WaitList first) {
        try {
            lists.insertOne(first);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Stores the change and what it tells, unless another change or an event came first. */
    boolean save(WaitList before, WaitList after, Instant now) {
        List<OutboxMessage> facts = WaitListFacts.of(before, after);
        Sent sent = lists.withDocumentClass(Sent.class)
                .findOneAndUpdate(
                        and(eq(before.id()), eq("version", before.version())),
                        Updates.combine(state(after), Outbox.append(facts, now)),
                        new FindOneAndUpdateOptions()
                                .projection(Projections.include(Outbox.FIELD))
                                .returnDocument(ReturnDocument.AFTER));
        if (sent != null && !facts.isEmpty()) {
            outbox.written(after.id(), sent.outbox(), facts.size());
        }
        return sent != null;
    }

    private static Bson state(WaitList after) {
        return Updates.combine(
                Updates.set("waiting", after.waiting()),
                optional(after.offer()),
                Updates.set("nextAt", after.nextAt()),
                Updates.set("version", after.version()),
                Updates.set("sequence", after.sequence()));
    }

    private static Bson optional(WaitList.@Nullable Offer offer) {
        return offer == null ? Updates.unset("offer") : Updates.set("offer", offer);
    }

    /** The most overdue list, which nobody else looks after until the lease ends. */
    Optional<WaitList> claim(Instant now, Duration lease) {
        return Optional.ofNullable(lists.findOneAndUpdate(
                lte("nextAt", now),
                Updates.set("nextAt", now.plus(lease)),
                new FindOneAndUpdateOptions().sort(Sorts.ascending("nextAt")).returnDocument(ReturnDocument.AFTER)));
    }

    /** Has the coach's lists looked after now, also those that are being looked after: the version sees to that. */
    void wake(String coachId, Instant now) {
        lists.updateMany(
                and(eq("coachId", coachId), ne("waiting", List.of()), gt("nextAt", now)),
                Updates.combine(Updates.set("nextAt", now), Updates.inc("version", 1L)));
    }
}
