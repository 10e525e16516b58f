package org.coachbook.payment.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.coachbook.chassis.mongo.Database;

/** The book. Only ever added to. */
@Startup
@ApplicationScoped
class LedgerRepository {
    private static final List<LedgerKind> OF_THE_COACH = List.of(
            LedgerKind.TRANSFER,
            LedgerKind.APPLICATION_FEE,
            LedgerKind.TRANSFER_REVERSAL,
            LedgerKind.APPLICATION_FEE_REFUND);

    private final MongoCollection<LedgerTransaction> transactions;

    LedgerRepository(Database database) {
        this.transactions = database.collection("ledger", LedgerTransaction.class);
        transactions.createIndex(Indexes.descending("coachId", "at", "_id"), new IndexOptions());
        transactions.createIndex(Indexes.ascending("paymentId"), new IndexOptions());
    }

    /** Adds those that are not in the book yet. */
    void add(List<LedgerTransaction> found) {
        if (found.isEmpty()) {
            return;
        }
        try {
            transactions.insertMany(found, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean onlyRepeats =
                    e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!onlyRepeats) {
                throw e;
            }
        }
    }

    /** What moved the coach's money, newest first, older than the cursor. */
    List<LedgerTransaction> ofCoach(String coachId, Optional<LedgerCursor> before, int limit) {
        Bson older = before.map(cursor -> or(lt("at", cursor.at()), and(eq("at", cursor.at()), lt("_id", cursor.id()))))
                .orElseGet(Filters::empty);
        return transactions
                .find(and(eq("coachId", coachId), in("kind", OF_THE_COACH), older))
                .sort(Sorts.descending("at", "_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** Everything that a payment moved. */
    List<LedgerTransaction> ofPayment(String paymentId) {
        return transactions.find(eq("paymentId", paymentId)).into(new ArrayList<>());
    }
}
