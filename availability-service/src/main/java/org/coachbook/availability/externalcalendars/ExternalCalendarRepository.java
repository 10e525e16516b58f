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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.chassis.mongo.Database;
import org.jspecify.annotations.Nullable;

/**
 * The collection {@code externalCalendars}: a document per calendar, its busy times by ISO week in UTC, so that a search
 * reads the weeks that it needs and a reading replaces all of them in one write.
 */
@Startup
@ApplicationScoped
class ExternalCalendarRepository {
    private static final String WEEKS = "weeks";

    /** Some weeks of a calendar, and how far they can be relied on. */
    public record Part(
            Instant checkedAt,
            Instant coveredUntil,
            @Nullable Map<String, List<Range>> weeks) {
        boolean checked(Schedule schedule, Instant now) {
            return checkedAt.isAfter(now.minus(ExternalCalendar.TRUSTED))
                    && !coveredUntil.isBefore(Horizon.needed(schedule, now));
        }
    }

    private final MongoCollection<ExternalCalendar> calendars;

    ExternalCalendarRepository(Database database) {
        this.calendars = database.collection("externalCalendars", ExternalCalendar.class);
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

    /** Adds a calendar with its times; false when its place is taken. */
    boolean add(ExternalCalendar calendar) {
        try {
            calendars.insertOne(calendar);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Whether there was such a calendar of the coach. */
    boolean remove(String coachId, String id) {
        return calendars.deleteOne(and(eq(id), eq("coachId", coachId))).getDeletedCount() == 1;
    }

    /** The busy times of all the coach's calendars in these weeks. */
    List<Part> parts(String coachId, List<String> weekNames) {
        List<String> fields = Stream.concat(
                        Stream.of("checkedAt", "coveredUntil"),
                        weekNames.stream().map(name -> WEEKS + "." + name))
                .toList();
        return calendars
                .withDocumentClass(Part.class)
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

    /** Records that the file is as it was. */
    void unchanged(ExternalCalendar claimed, Instant now, Instant nextAt) {
        calendars.updateOne(stillOurs(claimed), succeeded(now, nextAt));
    }

    /** Records what the file holds. */
    void changed(ExternalCalendar claimed, CalendarReader.Contents contents, Instant now, Instant nextAt) {
        calendars.updateOne(
                stillOurs(claimed),
                Updates.combine(
                        succeeded(now, nextAt),
                        Updates.set("coveredUntil", contents.coveredUntil()),
                        Updates.set("zone", contents.zone()),
                        Updates.set("validators", contents.validators()),
                        Updates.set(WEEKS, contents.weeks())));
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
