package org.coachbook.chassis.identity;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.coachbook.chassis.http.Problem;
import org.jspecify.annotations.Nullable;

/** The caller of the request being served. */
@RequestScoped
public class CurrentCaller {
    private @Nullable Caller caller;
    private @Nullable String token;

    /** The caller, if somebody is signed in. */
    public Optional<Caller> optional() {
        return Optional.ofNullable(caller);
    }

    /** The caller; 401 when nobody is signed in. */
    public Caller get() {
        return optional().orElseThrow(() -> Problem.notSignedIn().asException());
    }

    /** The caller's id; 401 when nobody is signed in. */
    public String subject() {
        return get().subject();
    }

    /** The caller's own token, to relay where his right decides; 401 when nobody is signed in. */
    public String token() {
        return Optional.ofNullable(token)
                .orElseThrow(() -> Problem.notSignedIn().asException());
    }

    void set(Caller verified, String verifiedToken) {
        this.caller = verified;
        this.token = verifiedToken;
    }
}
