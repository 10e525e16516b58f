package org.coachbook.gateway.sessions;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.coachbook.gateway.page.PublicAddress;

/** The cookie that carries the refresh token: out of reach for scripts, and sent to {@value #PATH} of our site only. */
@Singleton
class RefreshCookie {
    static final String NAME = "coachbook-refresh";
    static final String PATH = "/api/auth";

    private final boolean secure;
    private final Duration idle;

    RefreshCookie(PublicAddress address, SessionConfig config) {
        this.secure = !address.plainLoopback();
        this.idle = config.idle();
    }

    NewCookie with(RefreshToken token) {
        return cookie(token.text(), (int) idle.toSeconds());
    }

    /** Takes the cookie away. */
    NewCookie gone() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAgeSeconds) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path(PATH)
                .maxAge(maxAgeSeconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
