package org.coachbook.pricing.signing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coachbook.chassis.http.Problem;
import org.coachbook.chassis.time.Poller;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The keys that sign quotes, shared by all replicas through the database and renewed by whichever is first. */
@ApplicationScoped
public class QuoteKeys {
    private static final Logger LOG = Logger.getLogger(QuoteKeys.class);
    private static final Duration REFRESHED_EVERY = Duration.ofMinutes(1);

    private record Loaded(List<SigningKeyDocument> stored, List<KeyPairs.Usable> usable) {}

    private final SigningKeyRepository repository;
    private final Clock clock;
    private final KeyRotation rotation;
    private final KeyPairs pairs;
    private volatile Loaded loaded = new Loaded(List.of(), List.of());
    private volatile @Nullable Poller poller;

    QuoteKeys(
            SigningKeyRepository repository,
            Clock clock,
            @ConfigProperty(name = "coachbook.quotes.key-period") Duration period,
            @ConfigProperty(name = "coachbook.quotes.validity") Duration validity,
            @ConfigProperty(name = "coachbook.quotes.key-encryption-key") Optional<String> keyEncryptionKey) {
        this.repository = repository;
        this.clock = clock;
        this.rotation = new KeyRotation(period, validity);
        this.pairs = new KeyPairs(keyEncryptionKey.map(KeyEncryption::with).orElseGet(KeyEncryption::ephemeral));
        if (keyEncryptionKey.isEmpty()) {
            LOG.warn("coachbook.quotes.key-encryption-key is not set: this process signs with a key that no other"
                    + " replica and no later run can use");
        }
    }

    void start(@Observes StartupEvent started) {
        poller = Poller.every(REFRESHED_EVERY, "quote keys", this::refresh);
    }

    void stop(@Observes ShutdownEvent stopping) {
        Poller running = poller;
        if (running != null) {
            running.close();
        }
    }

    /** Reads what is stored, makes the next key when it is time, and removes what nobody needs any more. */
    synchronized void refresh() {
        Instant now = clock.instant();
        Loaded current = load();
        Optional<Instant> due = rotation.successor(current.usable(), now);
        if (due.isPresent()) {
            long next = 1
                    + current.stored().stream()
                            .mapToLong(SigningKeyDocument::generation)
                            .max()
                            .orElse(0);
            repository.add(pairs.make(next, due.get()));
            current = load();
        }
        loaded = current;
        current.stored().stream().filter(key -> !needed(key, now)).forEach(repository::remove);
    }

    private Loaded load() {
        List<SigningKeyDocument> stored = repository.all();
        return new Loaded(
                stored, stored.stream().flatMap(key -> pairs.open(key).stream()).toList());
    }

    /** The key to sign with now. */
    KeyPairs.Usable signing() {
        return rotation.signing(loaded.usable(), clock.instant())
                .or(this::firstKey)
                .orElseThrow(() -> Problem.tryAgain().asException());
    }

    private Optional<KeyPairs.Usable> firstKey() {
        refresh();
        return rotation.signing(loaded.usable(), clock.instant());
    }

    /** Public keys, as JSON Web Keys, of all quotes that may still be good. */
    List<String> published() {
        Instant now = clock.instant();
        return loaded.stored().stream()
                .filter(key -> needed(key, now))
                .map(SigningKeyDocument::publicKey)
                .toList();
    }

    /** A key that still has to sign for want of a newer one is needed, however old. */
    private boolean needed(SigningKeyDocument key, Instant now) {
        boolean signs = rotation.signing(loaded.stored(), now)
                .map(SigningKeyDocument::generation)
                .filter(generation -> generation == key.generation())
                .isPresent();
        return signs || rotation.published(key, now);
    }
}
