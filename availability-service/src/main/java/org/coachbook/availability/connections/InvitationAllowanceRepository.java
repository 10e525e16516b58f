package org.coachbook.availability.connections;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Field;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.chassis.mongo.Database;

/** How many addresses a coach may still write to: twenty in any twenty-four hours. */
@ApplicationScoped
class InvitationAllowanceRepository {
    static final int MOST_A_DAY = 20;
    private static final Duration DAY = Duration.ofDays(1);

    /** When the coach's invitations of the last day were made. */
    public record Allowance(@BsonId String coachId, List<Instant> made) {}

    private final MongoCollection<Allowance> allowances;

    InvitationAllowanceRepository(Database database) {
        this.allowances = database.collection("invitationAllowances", Allowance.class);
    }

    /** Takes one; false when there is none left. */
    boolean take(String coachId, Instant now) {
        return taken(coachId, now) || first(coachId, now) || taken(coachId, now);
    }

    private boolean taken(String coachId, Instant now) {
        Document ofTheDay = new Document(
                "$filter",
                new Document("input", "$made").append("cond", new Document("$gt", List.of("$$this", now.minus(DAY)))));
        Document more = new Document("$concatArrays", List.of(ofTheDay, List.of(now)));
        return allowances
                        .updateOne(
                                and(
                                        eq(coachId),
                                        expr(new Document(
                                                "$lt", List.of(new Document("$size", ofTheDay), MOST_A_DAY)))),
                                List.of(Aggregates.set(new Field<>("made", more))))
                        .getMatchedCount()
                == 1;
    }

    private boolean first(String coachId, Instant now) {
        try {
            allowances.insertOne(new Allowance(coachId, List.of(now)));
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
