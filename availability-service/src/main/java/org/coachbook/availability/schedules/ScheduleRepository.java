package org.coachbook.availability.schedules;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.chassis.outbox.Outbox;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.chassis.outbox.Outboxes;
import org.jspecify.annotations.Nullable;

/** Schedules in MongoDB, one document per coach. */
@Startup
@ApplicationScoped
class ScheduleRepository {
    public record Sent(@BsonId String coachId, List<OutboxMessage> outbox) {}

    private final MongoCollection<Schedule> schedules;
    private final Outbox outbox;

    ScheduleRepository(Database database, Outboxes outboxes) {
        this.schedules = database.collection("schedules", Schedule.class);
        this.outbox = outboxes.of(schedules);
    }

    Optional<Schedule> find(String coachId) {
        return Optional.ofNullable(schedules.find(eq(coachId)).first());
    }

    /** Makes the document of a coach who has none, closed all week. */
    void create(Schedule closed) {
        try {
            schedules.insertOne(closed);
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /**
     * Replaces the rules of {@code before}, in the transaction that marks the coach's weeks stale.
     *
     * @return the outbox as this write left it, null when the schedule has another version by now
     */
    @Nullable
    List<OutboxMessage> replace(ClientSession session, Schedule before, Schedule after, Instant now) {
        Sent sent = schedules
                .withDocumentClass(Sent.class)
                .findOneAndUpdate(
                        session,
                        and(eq(before.coachId()), eq("version", before.version())),
                        Updates.combine(rules(after), Outbox.append(ScheduleFacts.of(before, after, now), now)),
                        new FindOneAndUpdateOptions()
                                .projection(Projections.include(Outbox.FIELD))
                                .returnDocument(ReturnDocument.AFTER));
        return sent == null ? null : sent.outbox();
    }

    private static Bson rules(Schedule after) {
        return Updates.combine(
                Updates.set("timeZone", after.timeZone()),
                Updates.set("weeklyHours", after.weeklyHours()),
                Updates.set("entries", after.entries()),
                Updates.set("minimumNoticeMinutes", after.minimumNoticeMinutes()),
                Updates.set("bookingWindowDays", after.bookingWindowDays()),
                optional("bookingWindow", after.bookingWindow()),
                Updates.set("slotStepMinutes", after.slotStepMinutes()),
                optional("maxSessionsPerDay", after.maxSessionsPerDay()),
                optional("maxSessionsPerWeek", after.maxSessionsPerWeek()),
                Updates.set("calendarVisibility", after.calendarVisibility()),
                Updates.set("version", after.version()),
                Updates.set("sequence", after.sequence()));
    }

    private static Bson optional(String field, @Nullable Object value) {
        return value == null ? Updates.unset(field) : Updates.set(field, value);
    }

    /** To be called after the commit of {@link #replace}. */
    void committed(String coachId, List<OutboxMessage> outboxAfter, int appended) {
        outbox.written(coachId, outboxAfter, appended);
    }

    /**
     * Writes the schedule so that a transaction which builds a week from it conflicts with one that edits it.
     *
     * @return whether the schedule still has this version
     * @throws MongoException as a passing fault when both happen at the same time; the transaction is tried again
     */
    boolean touch(ClientSession session, String coachId, long version) {
        return schedules
                        .updateOne(session, and(eq(coachId), eq("version", version)), Updates.inc("built", 1L))
                        .getMatchedCount()
                == 1;
    }
}
