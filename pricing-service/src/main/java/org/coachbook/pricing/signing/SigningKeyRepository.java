package org.coachbook.pricing.signing;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.pricing.UniqueDocuments;

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
        return UniqueDocuments.written(() -> keys.insertOne(key));
    }

    void remove(SigningKeyDocument key) {
        keys.deleteOne(eq("_id", key.generation()));
    }
}
