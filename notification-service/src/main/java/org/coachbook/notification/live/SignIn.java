package org.coachbook.notification.live;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.coachbook.chassis.identity.AccessTokens;

/** Turns a token into who is signed in. Only people have sockets; services read Kafka. */
@Singleton
class SignIn {
    private final AccessTokens tokens;

    SignIn(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Empty when the token is not to be believed, or not a person's.
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when it cannot be verified now
     */
    Optional<SignedIn> with(String token) {
        return tokens.verify(token)
                .filter(caller -> !caller.subject().startsWith("service:"))
                .map(caller -> SignedIn.of(caller.subject(), token));
    }
}
