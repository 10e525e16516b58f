package org.coachbook.testing;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * MongoDB, Kafka and a JWKS, started once per JVM. Quarkus loads test classes in several class loaders, so what is
 * shared lives in system properties, not in a static field.
 */
record SharedStack(String mongodb, String kafka, String jwksUrl, String database, String signingKey) {
    private static final String PREFIX = "coachbook.testing.";

    /** The stack of this JVM, started by the first caller and stopped when the JVM ends. */
    static SharedStack running() {
        Properties shared = System.getProperties();
        synchronized (shared) {
            return shared.containsKey(PREFIX + "mongodb") ? read() : start().publish();
        }
    }

    RsaJsonWebKey key() {
        try {
            return (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(signingKey);
        } catch (JoseException e) {
            throw new IllegalStateException("The shared signing key is damaged", e);
        }
    }

    private static SharedStack start() {
        TestTokens tokens = TestTokens.withNewKey();
        JwksEndpoint jwks = JwksEndpoint.serve(tokens.jwks());
        MongoReplicaSet mongodb = MongoReplicaSet.obtain();
        KafkaBroker kafka = KafkaBroker.start();
        stopAtExit(mongodb, kafka);
        return new SharedStack(
                mongodb.uri(), kafka.bootstrapServers(), jwks.url(), newDatabase(), privateJson(tokens.key()));
    }

    private static void stopAtExit(MongoReplicaSet mongodb, KafkaBroker kafka) {
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "kafka-shutdown"));
        Runtime.getRuntime().addShutdownHook(new Thread(mongodb::close, "mongodb-shutdown"));
    }

    private static String privateJson(RsaJsonWebKey key) {
        return key.toJson(org.jose4j.jwk.JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    }

    private static String newDatabase() {
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        return "test_" + ProcessHandle.current().pid() + "_" + HexFormat.of().formatHex(random);
    }

    private SharedStack publish() {
        System.setProperty(PREFIX + "mongodb", mongodb);
        System.setProperty(PREFIX + "kafka", kafka);
        System.setProperty(PREFIX + "jwks-url", jwksUrl);
        System.setProperty(PREFIX + "database", database);
        System.setProperty(PREFIX + "signing-key", signingKey);
        return this;
    }

    private static SharedStack read() {
        return new SharedStack(
                System.getProperty(PREFIX + "mongodb"),
                System.getProperty(PREFIX + "kafka"),
                System.getProperty(PREFIX + "jwks-url"),
                System.getProperty(PREFIX + "database"),
                System.getProperty(PREFIX + "signing-key"));
    }
}
