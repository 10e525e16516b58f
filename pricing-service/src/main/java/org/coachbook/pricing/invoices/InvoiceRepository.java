package org.coachbook.pricing.invoices;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.pricing.TimeCursor;
import org.coachbook.pricing.UniqueDocuments;
import org.jspecify.annotations.Nullable;

/**
 * The issued documents. A number is taken by the very insert that stores its document, and only the number after the
 * last one is ever tried: so numbers have no gaps, whoever races and whatever dies.
 */
@Startup
@ApplicationScoped
class InvoiceRepository {
    private static final int TRIES = 1_000;

    /** Public, so that the driver can make one. */
    public record Numbered(int number) {}

    private final MongoCollection<InvoiceDocument> invoices;

    InvoiceRepository(Database database) {
        this.invoices = database.collection("invoices", InvoiceDocument.class);
        invoices.createIndex(Indexes.ascending("coachId", "source"), new IndexOptions().unique(true));
        invoices.createIndex(Indexes.descending("coachId", "year", "number"));
        invoices.createIndex(Indexes.descending("coachId", "issuedAt", "_id"));
        invoices.createIndex(Indexes.descending("clientId", "issuedAt", "_id"));
        invoices.createIndex(Indexes.ascending("content.paymentId"));
    }

    /** The document for the draft's source: the one that is there, or a new one under the next number. */
    InvoiceDocument issue(Draft draft) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<InvoiceDocument> issued = ofSource(draft.coachId(), draft.source());
            if (issued.isPresent()) {
                return issued.get();
            }
            InvoiceDocument next =
                    draft.numbered(last(draft.coachId(), draft.year()).next());
            if (UniqueDocuments.written(() -> invoices.insertOne(next))) {
                return next;
            }
        }
        throw Problem.tryAgain().asException();
    }

    private InvoiceNumber last(String coachId, int year) {
        Numbered last = invoices.withDocumentClass(Numbered.class)
                .find(and(eq("coachId", coachId), eq("year", year)))
                .projection(Projections.fields(Projections.excludeId(), Projections.include("number")))
                .sort(Sorts.descending("coachId", "year", "number"))
                .first();
        return new InvoiceNumber(coachId, year, last == null ? 0 : last.number());
    }

    Optional<InvoiceDocument> ofSource(String coachId, String source) {
        return Optional.ofNullable(
                invoices.find(and(eq("coachId", coachId), eq("source", source))).first());
    }

    Optional<InvoiceDocument> find(String id) {
        return Optional.ofNullable(invoices.find(eq("_id", id)).first());
    }

    /** Everything about one payment, oldest first: its invoice, then its credit notes. */
    List<InvoiceDocument> ofPayment(String coachId, String paymentId) {
        return invoices.find(and(eq("content.paymentId", paymentId), eq("coachId", coachId)))
                .sort(Sorts.ascending("issuedAt", "number"))
                .into(new ArrayList<>());
    }

    /** The documents of which this person is the coach or the client, the newest first. */
    List<InvoiceDocument> of(String personId, @Nullable TimeCursor after, int limit) {
        Bson whose = or(eq("coachId", personId), eq("clientId", personId));
        return invoices.find(after == null ? whose : and(whose, before(after)))
                .sort(Sorts.descending("issuedAt", "_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private static Bson before(TimeCursor last) {
        return or(lt("issuedAt", last.at()), and(eq("issuedAt", last.at()), lt("_id", last.id())));
    }
}
