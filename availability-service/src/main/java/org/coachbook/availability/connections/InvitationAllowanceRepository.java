package org.coachbook.availability.connections;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.not;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Field;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.chassis.mongo.Database;

/**
 * How many addresses a coach may still write to, and how many coaches may still write to an address, in any twenty-four
 * hours. Of an address its hash is kept, until it says nothing any more.
 */
@Startup
@ApplicationScoped
class InvitationAllowanceRepository {
    static final int MOST_A_DAY = 20;
    private static final int MOST_A_DAY_TO_ADDRESS = 3;
    private static final String CLOSED_UNTIL = "closedUntil";
    private static final String EXPIRES_AT = "expiresAt";
    private static final Duration DAY = Duration.ofDays(1);

    /** When the invitations of the last day were made. */
    public record Allowance(@BsonId String id, List<Instant> made, Instant expiresAt) {}

    private final MongoCollection<Allowance> allowances;

    InvitationAllowanceRepository(Database database) {
        this.allowances = database.collection("invitationAllowances", Allowance.class);
        this.allowances.createIndex(
                Indexes.ascending(EXPIRES_AT), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    /** Takes one of the coach's; false when there is none left. */
    boolean take(String coachId, Instant now) {
        return take(coachId, MOST_A_DAY, now);
    }

    /** Takes one of the address's; false when there is none left, or it wants none. */
    boolean takeForAddress(String email, Instant now) {
        return take(keyOf(email), MOST_A_DAY_TO_ADDRESS, now);
    }

    /** The address wants no invitations until then. */
    void close(String email, Instant until) {
        allowances.updateOne(
                eq(keyOf(email)),
                Updates.combine(
                        Updates.max(CLOSED_UNTIL, until),
                        Updates.max(EXPIRES_AT, until),
                        Updates.setOnInsert("made", List.of())),
                new UpdateOptions().upsert(true));
    }

    private static String keyOf(String email) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(email.getBytes(StandardCharsets.UTF_8));
            return "address:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private boolean take(String id, int most, Instant now) {
        return taken(id, most, now) || first(id, now) || taken(id, most, now);
    }

    private boolean taken(String id, int most, Instant now) {
        Document ofTheDay = new Document(
                "$filter",
                new Document("input", "$made").append("cond", new Document("$gt", List.of("$$this", now.minus(DAY)))));
        Document more = new Document("$concatArrays", List.of(ofTheDay, List.of(now)));
        return allowances
                        .updateOne(
                                and(
                                        eq(id),
                                        not(gt(CLOSED_UNTIL, now)),
                                        expr(new Document("$lt", List.of(new Document("$size", ofTheDay), most)))),
                                List.of(Aggregates.set(
                                        new Field<>("made", more),
                                        new Field<>(
                                                EXPIRES_AT,
                                                new Document("$max", List.of("$" + EXPIRES_AT, now.plus(DAY)))))))
                        .getMatchedCount()
                == 1;
    }

    private boolean first(String id, Instant now) {
        try {
            allowances.insertOne(new Allowance(id, List.of(now), now.plus(DAY)));
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
