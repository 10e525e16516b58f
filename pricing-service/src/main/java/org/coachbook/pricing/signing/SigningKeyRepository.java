package org.coachbook.pricing.signing;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.chassis.mongo.Database;

/** The key pairs that all replicas share. */
@ApplicationScoped
class SigningKeyRepository {
    private final MongoCollection<SigningKeyDocument> keys;

    SigningKeyRepository(Database database) {
        this.keys = database.collection("signing_keys", SigningKeyDocument.class);
    }

    List<SigningKeyDocument> all() {
        return keys.find().into(new ArrayList<>());
    }

    /** Adds a generation; false when another replica was first. */
    boolean add(SigningKeyDocument key) {
        try {
            keys.insertOne(key);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    void remove(SigningKeyDocument key) {
        keys.deleteOne(eq("_id", key.generation()));
    }
}
