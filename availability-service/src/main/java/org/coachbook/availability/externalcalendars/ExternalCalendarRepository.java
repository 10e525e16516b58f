package org.coachbook.availability.externalcalendars;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.chassis.outbox.Outbox;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.chassis.outbox.Outboxes;

/**
 * The collection {@code externalCalendars}: a document per calendar, its busy times by ISO week in UTC, so that a search
 * reads the weeks that it needs and a reading replaces all of them in one write.
 */
@Startup
@ApplicationScoped
class ExternalCalendarRepository {
    private static final String WEEKS = "weeks";
    private static final String REMOVED_AT = "removedAt";

    public record Sent(List<OutboxMessage> outbox) {}

    private final MongoCollection<ExternalCalendar> calendars;
    private final Outbox outbox;

    ExternalCalendarRepository(Database database, Outboxes outboxes) {
        this.calendars = database.collection("externalCalendars", ExternalCalendar.class);
        this.outbox = outboxes.of(calendars);
        calendars.createIndex(Indexes.ascending(REMOVED_AT), new IndexOptions().expireAfter(1L, TimeUnit.DAYS));
        calendars.createIndex(Indexes.ascending("coachId", "place"), new IndexOptions().unique(true));
        calendars.createIndex(Indexes.ascending("nextAt"));
    }

    /** The coach's calendars by their places, without their times. */
    List<ExternalCalendar> of(String coachId) {
        return calendars
                .find(eq("coachId", coachId))
                .projection(Projections.exclude(WEEKS))
                .sort(Sorts.ascending("place"))
                .into(new ArrayList<>());
    }

    /** One calendar with its times. */
    Optional<ExternalCalendar> find(String id) {
        return Optional.ofNullable(calendars.find(eq(id)).first());
    }

    /** Adds a calendar with its times and what is announced of them; false when its place is taken. */
    boolean add(ExternalCalendar calendar, List<OutboxMessage> facts) {
        try {
            calendars
                    .withDocumentClass(BsonDocument.class)
                    .insertOne(NewCalendarDocument.of(calendar, facts, calendars.getCodecRegistry()));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
        outbox.written(calendar.id(), facts, facts.size());
        return true;
    }

    /**
     * Removes the calendar as it was read, and announces its weeks; false when it was read anew meanwhile. It is nobody's
     * at once and has neither address nor times; the rest of it goes when its message has long been sent.
     */
    boolean remove(ExternalCalendar known, List<OutboxMessage> facts, Instant now) {
        return write(
                and(stillOurs(known), eq("coachId", known.coachId()), eq("checkedAt", known.checkedAt())),
                known.id(),
                Updates.combine(
                        Updates.set("coachId", "removed:" + known.id()),
                        Updates.set(REMOVED_AT, now),
                        Updates.inc("claims", 1L),
                        Updates.unset("address"),
                        Updates.unset("name"),
                        Updates.unset("nextAt"),
                        Updates.unset(WEEKS)),
                facts,
                now);
    }

    private boolean write(Bson filter, String id, Bson change, List<OutboxMessage> facts, Instant now) {
        Sent sent = calendars
                .withDocumentClass(Sent.class)
                .findOneAndUpdate(
                        filter,
                        facts.isEmpty() ? change : Updates.combine(change, Outbox.append(facts, now)),
                        new FindOneAndUpdateOptions()
                                .projection(Projections.include(Outbox.FIELD))
                                .returnDocument(ReturnDocument.AFTER));
        if (sent == null) {
            return false;
        }
        outbox.written(id, Objects.requireNonNullElse(sent.outbox(), List.of()), facts.size());
        return true;
    }

    /** The busy times of all the coach's calendars in these weeks. */
    List<CalendarPart> parts(String coachId, List<String> weekNames) {
        List<String> fields = Stream.concat(
                        Stream.of("checkedAt", "coveredUntil", "zone"),
                        weekNames.stream().map(name -> WEEKS + "." + name))
                .toList();
        return calendars
                .withDocumentClass(CalendarPart.class)
                .find(eq("coachId", coachId))
                .projection(Projections.fields(Projections.excludeId(), Projections.include(fields)))
                .into(new ArrayList<>());
    }

    /** The most overdue calendar, which is ours to read until the lease ends. */
    Optional<ExternalCalendar> claim(Instant now, Duration lease) {
        return Optional.ofNullable(calendars.findOneAndUpdate(
                lte("nextAt", now),
                Updates.combine(Updates.set("nextAt", now.plus(lease)), Updates.inc("claims", 1L)),
                new FindOneAndUpdateOptions()
                        .sort(Sorts.ascending("nextAt"))
                        .projection(Projections.exclude(WEEKS))
                        .returnDocument(ReturnDocument.AFTER)));
    }

    /** Has the coach's calendars read again as soon as possible; who is reading one has begun too early. */
    void readAgain(String coachId, Instant now) {
        calendars.updateMany(eq("coachId", coachId), Updates.set("nextAt", now));
    }

    /** Records that the file is as it was. */
    void unchanged(ExternalCalendar claimed, Instant now, Instant nextAt) {
        calendars.updateOne(stillOurs(claimed), succeeded(now, nextAt));
    }

    /** Records what the file holds, and announces what of that is new. */
    void changed(
            ExternalCalendar claimed,
            CalendarReader.Contents contents,
            List<OutboxMessage> facts,
            Instant now,
            Instant nextAt) {
        Bson change = Updates.combine(
                succeeded(now, nextAt),
                Updates.set("coveredUntil", contents.coveredUntil()),
                Updates.set("zone", contents.zone()),
                Updates.set("validators", contents.validators()),
                Updates.set(WEEKS, contents.weeks()));
        write(stillOurs(claimed), claimed.id(), change, facts, now);
    }

    private static Bson succeeded(Instant now, Instant nextAt) {
        return Updates.combine(
                Updates.set("checkedAt", now),
                Updates.set("nextAt", nextAt),
                Updates.set("failures", 0),
                Updates.unset("trouble"));
    }

    void failed(ExternalCalendar claimed, Trouble trouble, Instant nextAt) {
        calendars.updateOne(
                stillOurs(claimed),
                Updates.combine(
                        Updates.set("trouble", trouble), Updates.set("nextAt", nextAt), Updates.inc("failures", 1)));
    }

    /** Not removed meanwhile, nor claimed by somebody else after the lease. */
    private static Bson stillOurs(ExternalCalendar claimed) {
        return and(eq(claimed.id()), eq("claims", claimed.claims()));
    }
}
