package org.coachbook.notification;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the repositories share: inserts that may be repeated, because what has an id already stays as it is. */
public final class InsertOnceRepository {
    private InsertOnceRepository() {}

    /** Inserts the documents that are not there yet, in one round trip; answers those. */
    public static <T> List<T> missing(MongoCollection<T> collection, List<T> documents) {
        if (documents.isEmpty()) {
            return documents;
        }
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
            return documents;
        } catch (MongoBulkWriteException e) {
            requireDuplicatesOnly(e);
            Set<Integer> there =
                    e.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
            return IntStream.range(0, documents.size())
                    .filter(index -> !there.contains(index))
                    .mapToObj(documents::get)
                    .toList();
        }
    }

    /** Lets a bulk write pass of which nothing failed but inserts of what is there already. */
    public static void requireDuplicatesOnly(MongoBulkWriteException failure) {
        boolean duplicates = failure.getWriteErrors().stream()
                .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
        if (!duplicates || failure.getWriteConcernError() != null) {
            throw failure;
        }
    }
}
