package org.coachbook.availability.holds;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.coachbook.availability.sharing.Turns;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.mongo.Database;

/** Hold allowances in MongoDB, one document per person. */
@ApplicationScoped
class HoldAllowanceRepository {
    private static final int TRIES = 20;

    private final Turns turns = new Turns();
    private final MongoCollection<HoldAllowance> allowances;

    HoldAllowanceRepository(Database database) {
        this.allowances = database.collection("holdAllowances", HoldAllowance.class);
        allowances.createIndex(Indexes.ascending("live.expiresAt"));
        allowances.createIndex(Indexes.ascending("bookings.id"));
    }

    HoldAllowance find(String userId) {
        HoldAllowance known = allowances.find(eq(userId)).first();
        return known == null ? HoldAllowance.of(userId) : known;
    }

    /** Whose booking this is, while it is counted. */
    Optional<String> ownerOf(String bookingId) {
        return Optional.ofNullable(allowances.find(eq("bookings.id", bookingId)).first())
                .map(HoldAllowance::userId);
    }

    /** Some of those with holds that ran out. */
    List<HoldAllowance> lapsed(Instant now, int limit) {
        return allowances.find(lte("live.expiresAt", now)).limit(limit).into(new ArrayList<>());
    }

    /**
     * Changes an allowance; what is to stay as it is is not written.
     *
     * @param change called again when another request of the same person came first
     * @return the allowance before the change
     */
    HoldAllowance change(String userId, UnaryOperator<HoldAllowance> change) {
        return turns.take(userId, () -> changeNow(userId, change));
    }

    private HoldAllowance changeNow(String userId, UnaryOperator<HoldAllowance> change) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            HoldAllowance known = find(userId);
            HoldAllowance changed = change.apply(known);
            if (changed.equals(known) || stored(known, changed)) {
                return known;
            }
        }
        throw Problem.tryAgain().asException();
    }

    private boolean stored(HoldAllowance known, HoldAllowance changed) {
        if (known.version() == 0) {
            return inserted(
                    new HoldAllowance(changed.userId(), changed.live(), changed.placed(), changed.bookings(), 1));
        }
        return allowances
                        .updateOne(
                                and(eq(known.userId()), eq("version", known.version())),
                                Updates.combine(
                                        Updates.set("live", changed.live()),
                                        Updates.set("placed", changed.placed()),
                                        Updates.set("bookings", changed.bookings()),
                                        Updates.inc("version", 1L)))
                        .getMatchedCount()
                == 1;
    }

    private boolean inserted(HoldAllowance first) {
        try {
            allowances.insertOne(first);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
