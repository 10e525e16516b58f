package org.coachbook.availability.guard;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.coachbook.availability.calendar.WeekGrid.Week;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.chassis.outbox.Outbox;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.chassis.outbox.Outboxes;
import org.jspecify.annotations.Nullable;

/** Calendar weeks in MongoDB. Every change is one conditional pipeline update of the week. */
@Startup
@ApplicationScoped
class WeekRepository {
    /** A week as a write left it. */
    public record Written(@BsonId String id, long sequence, List<OutboxMessage> outbox) {}

    /** What is taken in a week, and what was decided about sessions there; null before the first decision. */
    public record Busy(List<Entry> busy, @Nullable List<SessionDecision> decisions) {}

    public record Identified(@BsonId String id) {}

    private static final String DECIDES_AT = "busy.seat.minimum.decidesAt";
    private static final Bson UNSENT = Projections.exclude(Outbox.FIELD, "open");
    private static final Bson TIMES = Projections.fields(
            Projections.excludeId(),
            Projections.include(
                    "busy.id",
                    "busy.kind",
                    "busy.owner",
                    "busy.sessionTypeId",
                    "busy.from",
                    "busy.to",
                    "busy.occFrom",
                    "busy.occTo",
                    "busy.counts",
                    "busy.expiresAt",
                    "busy.seat",
                    "decisions"));

    private final MongoCollection<CalendarWeek> weeks;
    private final Outbox outbox;

    WeekRepository(Database database, Outboxes outboxes) {
        this.weeks = database.collection("calendarWeeks", CalendarWeek.class);
        this.weeks.createIndex(Indexes.ascending("coachId", "to"));
        this.weeks.createIndex(Indexes.ascending(DECIDES_AT), new IndexOptions().sparse(true));
        this.outbox = outboxes.of(weeks);
    }

    @Nullable
    CalendarWeek find(String weekId) {
        return weeks.find(eq(weekId)).projection(UNSENT).first();
    }

    List<CalendarWeek> findAll(Collection<String> weekIds) {
        return weeks.find(in("_id", weekIds)).projection(UNSENT).into(new ArrayList<>());
    }

    List<CalendarWeek> findAll(ClientSession session, Collection<String> weekIds) {
        return weeks.find(session, in("_id", weekIds)).projection(UNSENT).into(new ArrayList<>());
    }

    /** These weeks as they are needed to search: without what was answered to the reservations in them. */
    List<Busy> busy(Collection<String> weekIds) {
        return weeks.withDocumentClass(Busy.class)
                .find(in("_id", weekIds))
                .projection(TIMES)
                .into(new ArrayList<>());
    }

    /** Ids of some weeks with seats whose sessions are to be decided by now. */
    List<String> withDueDecisions(Instant now, int limit) {
        return weeks.withDocumentClass(Identified.class)
                .find(lte(DECIDES_AT, now))
                .projection(Projections.include("_id"))
                .limit(limit)
                .map(Identified::id)
                .into(new ArrayList<>());
    }

    /** One guarded write, which also sends what it appended; null when the condition does not hold. */
    @Nullable
    Written write(Document filter, List<Document> pipeline, Document variables, int messages) {
        Written written = weeks.withDocumentClass(Written.class).findOneAndUpdate(filter, pipeline, options(variables));
        if (written != null) {
            committed(written, messages);
        }
        return written;
    }

    /** The same inside a transaction; {@link #committed} is to be called after the commit. */
    @Nullable
    Written write(ClientSession session, Document filter, List<Document> pipeline, Document variables) {
        return weeks.withDocumentClass(Written.class).findOneAndUpdate(session, filter, pipeline, options(variables));
    }

    void committed(Written written, int messages) {
        outbox.written(written.id(), written.outbox(), messages);
    }

    private static FindOneAndUpdateOptions options(Document variables) {
        return new FindOneAndUpdateOptions()
                .let(variables)
                .projection(Projections.include("sequence", Outbox.FIELD))
                .returnDocument(ReturnDocument.AFTER);
    }

    /** Whether the week's windows are those of this version of the schedule. */
    boolean isBuilt(String weekId, long scheduleVersion) {
        return weeks.countDocuments(and(eq(weekId), eq("scheduleVersion", scheduleVersion), eq("stale", false))) == 1;
    }

    /** Gives a week the windows of this schedule, making it where it does not exist. Its entries are not touched. */
    void build(ClientSession session, Schedule schedule, Week week) {
        weeks.updateOne(
                session,
                eq(Attempt.weekId(schedule.coachId(), week.name())),
                Updates.combine(
                        Updates.set("open", OpenWindows.of(schedule, week.range())),
                        Updates.set("scheduleVersion", schedule.version()),
                        Updates.set("stale", false),
                        Updates.setOnInsert("coachId", schedule.coachId()),
                        Updates.setOnInsert("from", week.range().from()),
                        Updates.setOnInsert("to", week.range().to()),
                        Updates.setOnInsert("busy", List.of()),
                        Updates.setOnInsert("lapsed", List.of()),
                        Updates.setOnInsert("gone", List.of()),
                        Updates.setOnInsert("writes", 0L),
                        Updates.setOnInsert("sequence", 1L),
                        Updates.setOnInsert(Outbox.FIELD, List.of())),
                new UpdateOptions().upsert(true));
    }

    /** Marks the coach's weeks from {@code now} on, so that none is reserved in before it was built anew. */
    void markStale(ClientSession session, String coachId, Instant now) {
        weeks.updateMany(session, and(eq("coachId", coachId), gt("to", now)), Updates.set("stale", true));
    }
}
