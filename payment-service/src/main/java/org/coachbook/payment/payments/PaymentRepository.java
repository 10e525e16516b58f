package org.coachbook.payment.payments;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.chassis.outbox.Outbox;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.chassis.outbox.Outboxes;
import org.jspecify.annotations.Nullable;

/** Payments, one document each; every write asks for the version it was decided on. */
@Startup
@ApplicationScoped
class PaymentRepository {
    private static final String CALL_DUE = "work.call.nextAt";
    private static final String CHECK_DUE = "work.checkAt";
    private static final String INTENT = "facts.intent.id";

    public record Written(@BsonId String id, @Nullable List<OutboxMessage> outbox) {}

    private final MongoCollection<Payment> payments;
    private final Outbox outbox;

    PaymentRepository(Database database, Outboxes outboxes) {
        this.payments = database.collection("payments", Payment.class);
        this.outbox = outboxes.of(payments);
        indexWherePresent(CALL_DUE);
        indexWherePresent(CHECK_DUE);
        indexWherePresent(INTENT);
    }

    private void indexWherePresent(String field) {
        payments.createIndex(Indexes.ascending(field), new IndexOptions().partialFilterExpression(exists(field)));
    }

    Optional<Payment> find(String id) {
        return Optional.ofNullable(payments.find(eq(id)).first());
    }

    Optional<Payment> byIntent(String intentId) {
        return Optional.ofNullable(payments.find(eq(INTENT, intentId)).first());
    }

    /** Payments with a call that nobody is making. */
    List<Payment> withDueCall(Instant now, int limit) {
        return payments.find(lte(CALL_DUE, now)).limit(limit).into(new ArrayList<>());
    }

    /** Payments of which Stripe should have told more. */
    List<Payment> toCheck(Instant now, int limit) {
        return payments.find(lte(CHECK_DUE, now)).limit(limit).into(new ArrayList<>());
    }

    /** Writes what changed and the messages, unless somebody else has written since {@code before} was read. */
    Optional<Payment> write(Payment before, Decision decision, Instant now) {
        List<OutboxMessage> messages = PaymentOutbox.of(before, decision.messages());
        Payment after = decision.after().written(messages.size());
        Bson update = Updates.combine(changes(before, after), Outbox.append(messages, now));
        return stored(before, update).map(written -> {
            outbox.written(after.id(), Objects.requireNonNullElse(written.outbox(), List.of()), messages.size());
            return after;
        });
    }

    private Optional<Written> stored(Payment before, Bson update) {
        FindOneAndUpdateOptions options = new FindOneAndUpdateOptions()
                .upsert(before.version() == 0)
                .returnDocument(ReturnDocument.AFTER)
                .projection(Projections.include(Outbox.FIELD));
        try {
            return Optional.ofNullable(payments.withDocumentClass(Written.class)
                    .findOneAndUpdate(and(eq(before.id()), eq("version", before.version())), update, options));
        } catch (MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getErrorCode()) == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Bson changes(Payment before, Payment after) {
        List<Bson> sets = new ArrayList<>();
        boolean created = before.version() == 0;
        if (created) {
            sets.add(Updates.set("bookingId", after.bookingId()));
            sets.add(Updates.set("since", after.since()));
        }
        add(sets, "terms", before, after, Payment::terms, created);
        add(sets, "facts", before, after, Payment::facts, created);
        add(sets, "work", before, after, Payment::work, created);
        add(sets, "conversation", before, after, Payment::conversation, created);
        add(sets, "status", before, after, Payment::status, created);
        sets.add(Updates.set("version", after.version()));
        sets.add(Updates.set("sequence", after.sequence()));
        return Updates.combine(sets);
    }

    private static void add(
            List<Bson> sets,
            String field,
            Payment before,
            Payment after,
            Function<Payment, @Nullable Object> part,
            boolean created) {
        Object value = part.apply(after);
        if (value != null && (created || !value.equals(part.apply(before)))) {
            sets.add(Updates.set(field, value));
        }
    }
}
