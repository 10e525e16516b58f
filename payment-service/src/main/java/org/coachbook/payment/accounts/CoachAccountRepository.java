package org.coachbook.payment.accounts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.payment.stripe.AccountState;

/** Coaches' accounts, one document per coach. */
@Startup
@ApplicationScoped
class CoachAccountRepository {
    private static final String ACCOUNT = "accountId";

    private final MongoCollection<CoachAccount> accounts;

    CoachAccountRepository(Database database) {
        this.accounts = database.collection("coach-accounts", CoachAccount.class);
        accounts.createIndex(Indexes.ascending(ACCOUNT), new IndexOptions().partialFilterExpression(exists(ACCOUNT)));
    }

    Optional<CoachAccount> find(String coachId) {
        return Optional.ofNullable(accounts.find(eq(coachId)).first());
    }

    /** The coach's account, or this one where he has none: two who ask at once get the same. */
    CoachAccount findOrInsert(CoachAccount wanted) {
        CoachAccount stored = accounts.findOneAndUpdate(
                eq(wanted.coachId()),
                Updates.combine(
                        Updates.setOnInsert("chargesEnabled", false),
                        Updates.setOnInsert("payoutsEnabled", false),
                        Updates.setOnInsert("n", wanted.n()),
                        Updates.setOnInsert("since", wanted.since())),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(stored);
    }

    /** Uses the next key, unless somebody did. */
    void renew(CoachAccount before, CoachAccount after) {
        accounts.updateOne(
                and(eq(before.coachId()), eq("n", before.n()), exists(ACCOUNT, false)),
                Updates.combine(Updates.set("n", after.n()), Updates.set("since", after.since())));
    }

    /** Stores what Stripe says; a coach's first account stays his. */
    void store(String coachId, AccountState state) {
        accounts.updateOne(and(eq(coachId), exists(ACCOUNT, false)), Updates.set(ACCOUNT, state.accountId()));
        store(state);
    }

    /** Stores what Stripe says about an account of ours. */
    void store(AccountState state) {
        accounts.updateOne(
                eq(ACCOUNT, state.accountId()),
                Updates.combine(
                        Updates.set("chargesEnabled", state.chargesEnabled()),
                        Updates.set("payoutsEnabled", state.payoutsEnabled())));
    }
}
