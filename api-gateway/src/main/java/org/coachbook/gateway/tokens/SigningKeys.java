package org.coachbook.gateway.tokens;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coachbook.chassis.time.Poller;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The keys as this replica knows them: re-read every 30 s, well within the time for which a new key is published before
 * it signs. Also resolves the keys of tokens shown to the gateway itself, by key id alone.
 */
@Startup
@Singleton
public class SigningKeys implements VerificationKeyResolver {
    private static final Duration REREAD = Duration.ofSeconds(30);
    private static final int BITS = 2048;

    private final SigningKeyRepository repository;
    private final KeySchedule schedule;
    private final Clock clock;
    private final Poller poller;
    private volatile List<SigningKey> keys = List.of();

    SigningKeys(SigningKeyRepository repository, KeysConfig config, Clock clock) {
        this.repository = repository;
        this.schedule = new KeySchedule(config.rotation(), config.lead(), config.retention());
        this.clock = clock;
        refresh();
        this.poller = Poller.every(REREAD, "signing keys", this::refresh);
    }

    /** Reads the keys and adds the next one when it is due. */
    final void refresh() {
        List<SigningKey> stored = repository.all();
        Instant now = clock.instant();
        var next = schedule.nextActiveFrom(stored, now);
        if (next.isPresent()) {
            long generation = stored.isEmpty() ? 1 : stored.getLast().generation() + 1;
            repository.add(new SigningKey(generation, next.get(), newPair()));
            stored = repository.all();
        }
        keys = List.copyOf(stored);
    }

    /** The key that signs now. */
    SigningKey signer() {
        return schedule.signer(keys, clock.instant()).orElseThrow();
    }

    /** The public keys as a JSON Web Key Set (RFC 7517). */
    public String published() {
        return new JsonWebKeySet(schedule.published(keys, clock.instant()).stream()
                        .map(SigningKey::pair)
                        .toList())
                .toJson();
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        String kid = signature.getKeyIdHeaderValue();
        return schedule.published(keys, clock.instant()).stream()
                .filter(key -> key.kid().equals(kid))
                .findFirst()
                .orElseThrow(() -> new UnresolvableKeyException("No such key"))
                .pair()
                .getPublicKey();
    }

    private static RsaJsonWebKey newPair() {
        try {
            RsaJsonWebKey pair = RsaJwkGenerator.generateJwk(BITS);
            pair.setKeyId(UUID.randomUUID().toString());
            pair.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            pair.setUse("sig");
            return pair;
        } catch (JoseException e) {
            throw new IllegalStateException("RSA is missing", e);
        }
    }

    @PreDestroy
    void close() {
        poller.close();
    }
}
