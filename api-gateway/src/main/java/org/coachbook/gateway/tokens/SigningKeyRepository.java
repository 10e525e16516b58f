package org.coachbook.gateway.tokens;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.gateway.page.PublicAddress;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** The signing keys that all replicas share, encrypted at rest. */
@Singleton
class SigningKeyRepository {
    /** Protects nothing; only accepted where the gateway is served on loopback, for a machine with nothing set up. */
    private static final String LOOPBACK_KEY = "Y29hY2hib29rLWxvb3BiYWNrLW9ubHkta2V5LTAwMDA=";

    /** @param sealed the JSON Web Key with its private part, encrypted */
    public record StoredKey(@BsonId long generation, String kid, Instant activeFrom, String sealed) {}

    private final MongoCollection<StoredKey> keys;
    private final KeyEncryption encryption;

    SigningKeyRepository(Database database, KeysConfig config, PublicAddress address) {
        this.keys = database.collection("signing-keys", StoredKey.class);
        this.encryption = new KeyEncryption(config.encryptionKey().orElseGet(() -> loopbackKey(address)));
    }

    private static String loopbackKey(PublicAddress address) {
        if (!address.plainLoopback()) {
            throw new IllegalStateException("COACHBOOK_KEYS_ENCRYPTION_KEY (32 bytes in base64) must be set");
        }
        return LOOPBACK_KEY;
    }

    /** All keys, oldest first. */
    List<SigningKey> all() {
        return keys.find().sort(Sorts.ascending("_id")).map(this::opened).into(new ArrayList<>());
    }

    /** Adds the key unless another replica has just added one of that generation. */
    void add(SigningKey key) {
        String json = key.pair().toJson(OutputControlLevel.INCLUDE_PRIVATE);
        try {
            keys.insertOne(
                    new StoredKey(key.generation(), key.kid(), key.activeFrom(), encryption.seal(json, key.kid())));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private SigningKey opened(StoredKey stored) {
        try {
            String json = encryption.open(stored.sealed(), stored.kid());
            var pair = (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(json);
            return new SigningKey(stored.generation(), stored.activeFrom(), pair);
        } catch (JoseException e) {
            throw new IllegalStateException("Signing key " + stored.kid() + " is damaged", e);
        }
    }
}
