package org.coachbook.gateway.sessions;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.coachbook.chassis.http.Problem;
import org.coachbook.gateway.accounts.Account;
import org.coachbook.gateway.tokens.AccessTokenIssuer;

/** Answers of signing in: the access token in the body, the refresh token in the cookie. */
@Singleton
class SignInAnswers {
    /** Who signed in. */
    record User(String id, String name, List<String> roles, String timeZone, String locale) {}

    /** @param expiresIn seconds */
    record SignedIn(String accessToken, String tokenType, long expiresIn, User user) {}

    private final AccessTokenIssuer tokens;
    private final RefreshCookie cookie;

    SignInAnswers(AccessTokenIssuer tokens, RefreshCookie cookie) {
        this.tokens = tokens;
        this.cookie = cookie;
    }

    Response of(int status, Account account, RefreshToken refreshToken) {
        User user = new User(account.id(), account.name(), account.roles(), account.timeZone(), account.locale());
        String accessToken = tokens.forUser(account.id(), account.roles());
        return Response.status(status)
                .entity(new SignedIn(accessToken, "Bearer", tokens.lifeSeconds(), user))
                .cookie(cookie.with(refreshToken))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** 401, and the useless cookie is taken away. */
    Response ended() {
        return Response.status(401)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(401, "not-signed-in", "The session has ended; please log in again."))
                .cookie(cookie.gone())
                .build();
    }

    Response loggedOut() {
        return Response.noContent().cookie(cookie.gone()).build();
    }
}
