package org.coachbook.booking.running;

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
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Stuck;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.chassis.outbox.Outbox;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.chassis.outbox.Outboxes;
import org.jspecify.annotations.Nullable;

/** Stores bookings: each change and the messages it causes are one write, guarded by the version. */
@Startup
@ApplicationScoped
class BookingRepository {
    private static final String VERSION = "version";
    private static final String TIMER = "nextTimerAt";
    private static final String STUCK = "stuck";

    /** Public, so that the driver can make one. */
    public record Written(@BsonId String id, List<OutboxMessage> outbox) {}

    /** Public, so that the driver can make one. */
    public record Due(@BsonId String id) {}

    private final MongoCollection<Booking> bookings;
    private final MongoCollection<Written> written;
    private final Outbox outbox;

    BookingRepository(Database database, Outboxes outboxes) {
        this.bookings = database.collection("bookings", Booking.class);
        this.written = bookings.withDocumentClass(Written.class);
        this.outbox = outboxes.of(bookings);
        bookings.createIndex(Indexes.ascending(TIMER), new IndexOptions().partialFilterExpression(exists(TIMER)));
    }

    Optional<Booking> find(String id) {
        return Optional.ofNullable(bookings.find(eq(id)).first());
    }

    /**
     * Stores a new booking whose outbox is not sent yet.
     *
     * @return false when there is one with that id already
     */
    boolean insert(Booking booking) {
        try {
            bookings.insertOne(booking);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Sends what a new booking has in its outbox. */
    void sendFirst(Booking booking) {
        outbox.written(booking.id(), booking.outbox(), booking.outbox().size());
    }

    /**
     * Writes the booking's next version with the messages it causes, and sends them.
     *
     * @return false when the stored booking is not the one the decision was made about
     */
    boolean write(Booking next, List<OutboxMessage> messages, Instant now) {
        Bson change = Updates.combine(
                Updates.set(VERSION, next.version()),
                Updates.set("progress", next.progress()),
                setOrUnset(TIMER, next.nextTimerAt()),
                Outbox.append(messages, now));
        if (messages.isEmpty()) {
            return bookings.updateOne(before(next), change).getMatchedCount() == 1;
        }
        Written after = written.findOneAndUpdate(
                before(next),
                change,
                new FindOneAndUpdateOptions()
                        .projection(Projections.include(Outbox.FIELD))
                        .returnDocument(ReturnDocument.AFTER));
        if (after == null) {
            return false;
        }
        outbox.written(after.id(), after.outbox(), messages.size());
        return true;
    }

    /** Puts a booking aside, or takes it back when {@code stuck} is null; false when it was changed meanwhile. */
    boolean putAside(Booking booking, @Nullable Stuck stuck) {
        Bson sameVersion = and(eq(booking.id()), eq(VERSION, booking.version()));
        return bookings.updateOne(
                                sameVersion,
                                Updates.combine(Updates.set(VERSION, booking.version() + 1), setOrUnset(STUCK, stuck)))
                        .getMatchedCount()
                == 1;
    }

    /** Bookings whose timer is due, the longest overdue first. */
    List<String> due(Instant now, int limit) {
        return bookings.withDocumentClass(Due.class)
                .find(and(lte(TIMER, now), exists(STUCK, false)))
                .projection(Projections.include("_id"))
                .sort(Indexes.ascending(TIMER))
                .limit(limit)
                .map(Due::id)
                .into(new ArrayList<>());
    }

    private static Bson before(Booking next) {
        return and(eq(next.id()), eq(VERSION, next.version() - 1));
    }

    private static Bson setOrUnset(String field, @Nullable Object value) {
        return value == null ? Updates.unset(field) : Updates.set(field, value);
    }
}
