package org.coachbook.gateway.accounts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.chassis.outbox.Outbox;
import org.coachbook.chassis.outbox.OutboxMessage;
import org.coachbook.chassis.outbox.Outboxes;
import org.jspecify.annotations.Nullable;

/** Accounts; the e-mail address is unique, each write tells the other services. */
@Startup
@ApplicationScoped
class AccountRepository {
    private static final String COACH = Role.COACH.text();

    private final MongoCollection<Account> accounts;
    private final Outbox outbox;

    AccountRepository(Database database, Outboxes outboxes) {
        this.accounts = database.collection("accounts", Account.class);
        this.outbox = outboxes.of(accounts);
        accounts.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
        accounts.createIndex(Indexes.ascending("roles", "sortName", "_id"));
    }

    /** Whether it was stored; false when the address has an account. */
    boolean add(Account account) {
        try {
            accounts.insertOne(account);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
        outbox.written(account.id(), account.outbox(), account.outbox().size());
        return true;
    }

    Optional<Account> find(String id) {
        return Optional.ofNullable(accounts.find(eq(id)).first());
    }

    Optional<Account> findByEmail(String normalized) {
        return Optional.ofNullable(accounts.find(eq("email", normalized)).first());
    }

    boolean anyIs(Role role) {
        return accounts.find(eq("roles", role.text())).first() != null;
    }

    /** The account as edited; empty when it was changed since it was read. */
    Optional<Account> edit(Account read, ProfileEdit edit, Instant now) {
        String name = edit.nameOr(read.name());
        String zone = edit.timeZoneOr(read.timeZone());
        String locale = edit.localeOr(read.locale());
        OutboxMessage told =
                AccountMessages.changed(read.id(), read.roles(), zone, locale, read.active(), read.version() + 1);
        Bson change = combine(
                set("name", name),
                set("sortName", name.toLowerCase(Locale.ROOT)),
                set("timeZone", zone),
                set("locale", locale),
                inc("version", 1L),
                Outbox.append(List.of(told), now));
        @Nullable
        Account after = accounts.findOneAndUpdate(
                and(eq(read.id()), eq("version", read.version())),
                change,
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (after != null) {
            outbox.written(after.id(), after.outbox(), 1);
        }
        return Optional.ofNullable(after);
    }

    /** Active coaches in the order of their names, at most {@code limit}, a word of whose name begins with the text. */
    List<Account> coaches(String text, Optional<CoachCursor> after, int limit) {
        List<Bson> wanted = new ArrayList<>(List.of(eq("roles", COACH), eq("active", true)));
        if (!text.isBlank()) {
            String begin = Pattern.quote(text.strip().toLowerCase(Locale.ROOT));
            wanted.add(regex("sortName", "(^|[\\s-])" + begin));
        }
        after.ifPresent(cursor -> wanted.add(
                or(gt("sortName", cursor.sortName()), and(eq("sortName", cursor.sortName()), gt("_id", cursor.id())))));
        return accounts.find(and(wanted))
                .sort(Sorts.ascending("sortName", "_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }
}
