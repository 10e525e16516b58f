package org.coachbook.stripesimulator.idempotency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.coachbook.stripesimulator.errors.StripeErrors;
import org.coachbook.stripesimulator.http.Call;
import org.coachbook.stripesimulator.http.Reply;
import org.coachbook.stripesimulator.objects.Json;
import org.coachbook.stripesimulator.objects.Store;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's idempotency (docs.stripe.com/api/idempotent_requests): the first execution's answer, be it a 500, is given
 * again for 24 hours; what was refused before it executed leaves the key unused.
 */
public final class IdempotencyKeys {
    private static final long LIFETIME_SECONDS = Duration.ofHours(24).toSeconds();
    private static final int LONGEST_KEY = 255;

    private record Key(String account, String key) {}

    /** A key's claim by the first request that used it. */
    public static final class Claim {
        private final Key key;
        private final String path;
        private final String parameters;
        private final String requestId;
        private final long created;
        private @Nullable StoredReply reply;

        private Claim(Key key, String path, String parameters, String requestId, long created) {
            this.key = key;
            this.path = path;
            this.parameters = parameters;
            this.requestId = requestId;
            this.created = created;
        }

        /** The stored answer, marked as a replay; null while the first request is the caller's own. */
        public @Nullable Reply replay() {
            return reply == null
                    ? null
                    : reply.restore(Map.of("Idempotent-Replayed", "true", "Original-Request", requestId));
        }
    }

    private final Store store;
    private final int limit;
    private final Map<Key, Claim> claims = new LinkedHashMap<>();

    /** No keys yet; the latest so many are remembered. */
    public IdempotencyKeys(Store store, int limit) {
        this.store = store;
        this.limit = limit;
    }

    /**
     * Claims a key, or finds the claim whose answer is to be replayed.
     *
     * @throws org.coachbook.stripesimulator.errors.StripeError when the key belongs to another request, or to the same
     *     one still in progress
     */
    public Claim claim(String text, Call call) {
        if (text.length() > LONGEST_KEY) {
            throw StripeErrors.idempotencyMismatch("Idempotency keys can be at most 255 characters long.");
        }
        forgetOld();
        Key key = new Key(String.valueOf(call.account()), text);
        String parameters = Json.text(call.parameters().json());
        Claim claim = claims.get(key);
        if (claim == null) {
            claim = new Claim(
                    key, call.request().path(), parameters, call.request().id(), store.now());
            claims.put(key, claim);
            return claim;
        }
        refuseOther(claim, call.request().path(), parameters);
        if (claim.reply == null) {
            throw StripeErrors.idempotencyKeyInUse(text);
        }
        return claim;
    }

    private static void refuseOther(Claim claim, String path, String parameters) {
        String advice =
                " Try using a key other than '" + claim.key.key() + "' if you meant to execute a different request.";
        if (!claim.path.equals(path)) {
            throw StripeErrors.idempotencyMismatch(
                    "Keys for idempotent requests can only be used for the same endpoint they were first used for ('"
                            + path + "' vs '" + claim.path + "')." + advice);
        }
        if (!claim.parameters.equals(parameters)
                && !Json.parse(claim.parameters).equals(Json.parse(parameters))) {
            throw StripeErrors.idempotencyMismatch(
                    "Keys for idempotent requests can only be used with the same parameters they were first used with."
                            + advice);
        }
    }

    /** Remembers the answer of what was executed. */
    public void complete(Claim claim, Reply reply) {
        claim.reply = StoredReply.of(reply);
    }

    /** Frees the key of what was not executed. */
    public void release(Claim claim) {
        claims.remove(claim.key);
    }

    private void forgetOld() {
        var oldest = claims.values().iterator();
        long expired = store.now() - LIFETIME_SECONDS;
        while (oldest.hasNext()) {
            Claim claim = oldest.next();
            if (claim.reply == null || (claims.size() < limit && claim.created > expired)) {
                return;
            }
            oldest.remove();
        }
    }
}
