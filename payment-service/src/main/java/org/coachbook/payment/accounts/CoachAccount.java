package org.coachbook.payment.accounts;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.payment.stripe.AccountState;
import org.jspecify.annotations.Nullable;

/**
 * A coach's account at Stripe.
 *
 * @param accountId null until Stripe has made it
 * @param n number of the key its creation uses
 * @param since when that key was first used
 */
public record CoachAccount(
        @BsonId String coachId,
        @Nullable String accountId,
        boolean chargesEnabled,
        boolean payoutsEnabled,
        int n,
        Instant since) {
    static CoachAccount wanted(String coachId, Instant now) {
        return new CoachAccount(coachId, null, false, false, 1, now);
    }

    String key() {
        return "account:" + coachId + ":" + n;
    }

    CoachAccount as(AccountState state) {
        return new CoachAccount(coachId, state.accountId(), state.chargesEnabled(), state.payoutsEnabled(), n, since);
    }

    /** With a new key, after it was made sure that the last one had no effect. */
    CoachAccount again(Instant now) {
        return new CoachAccount(coachId, null, false, false, n + 1, now);
    }

    boolean ready() {
        return chargesEnabled && payoutsEnabled;
    }
}
