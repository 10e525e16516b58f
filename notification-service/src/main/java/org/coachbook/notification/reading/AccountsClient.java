package org.coachbook.notification.reading;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.coachbook.chassis.identity.ServiceToken;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Accounts, from the gateway; kept for ten minutes, dropped when they change. */
@Singleton
public class AccountsClient {
    private final InternalHttpClient http;
    private final ServiceToken token;
    private final String url;
    private final Kept<Account> kept;

    AccountsClient(
            InternalHttpClient http,
            ServiceToken token,
            Clock clock,
            @ConfigProperty(name = "coachbook.services.gateway.url") String url) {
        this.http = http;
        this.token = token;
        this.url = url + "/internal/accounts/";
        this.kept = new Kept<>(clock, Duration.ofMinutes(10), 20_000);
    }

    /**
     * Empty when there is none.
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when it cannot be read now
     */
    public Optional<Account> find(String id) {
        return kept.get(id, this::read);
    }

    /** Reads it anew next time. */
    public void drop(String id) {
        kept.drop(id);
    }

    private Optional<Account> read(String id) {
        return http.read(url + PathSegment.of(id), token.bearer(), Account.class);
    }
}
