package org.coachbook.notification.mail;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.conversions.Bson;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.notification.InsertOnceRepository;
import org.coachbook.notification.mail.MailJob.State;

/** The collection {@code mailJobs}. What was settled is remembered longer than any event can come again. */
@Startup
@ApplicationScoped
class MailJobRepository {
    private static final int REMEMBERED_DAYS = 60;

    private final MongoCollection<MailJob> jobs;

    MailJobRepository(Database database) {
        this.jobs = database.collection("mailJobs", MailJob.class);
        jobs.createIndex(
                Indexes.ascending("nextAt"),
                new IndexOptions().partialFilterExpression(eq("state", State.PENDING.name())));
        jobs.createIndex(
                Indexes.ascending("settledAt"), new IndexOptions().expireAfter((long) REMEMBERED_DAYS, TimeUnit.DAYS));
    }

    /** Adds jobs and answers those; one that is there already stays as it is. */
    List<MailJob> add(List<MailJob> added) {
        return InsertOnceRepository.missing(jobs, added);
    }

    /** The most overdue job, which is now ours until the lease ends. */
    Optional<MailJob> claim(Instant now, Duration lease) {
        return Optional.ofNullable(jobs.findOneAndUpdate(
                and(eq("state", State.PENDING.name()), lte("nextAt", now)),
                Updates.combine(Updates.set("nextAt", now.plus(lease)), Updates.inc("attempts", 1)),
                new FindOneAndUpdateOptions().sort(Sorts.ascending("nextAt")).returnDocument(ReturnDocument.AFTER)));
    }

    /** Records how a claimed job ended, unless somebody else claimed it after its lease. */
    void settle(MailJob claimed, State state, String trouble, Instant now) {
        jobs.updateOne(
                stillOurs(claimed),
                Updates.combine(
                        Updates.set("state", state.name()),
                        Updates.set("settledAt", now),
                        Updates.set("trouble", trouble)));
    }

    /** Gives a claimed job back until a later time. */
    void postpone(MailJob claimed, Instant until, String trouble) {
        jobs.updateOne(
                stillOurs(claimed), Updates.combine(Updates.set("nextAt", until), Updates.set("trouble", trouble)));
    }

    private static Bson stillOurs(MailJob claimed) {
        return and(eq(claimed.id()), eq("state", State.PENDING.name()), eq("attempts", claimed.attempts()));
    }
}
