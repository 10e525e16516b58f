package org.coachbook.notification.reading;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.coachbook.chassis.identity.ServiceToken;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mailed invitations, from availability-service; none is kept, as each is read once. */
@Singleton
public class InvitationsClient {
    private final InternalHttpClient http;
    private final ServiceToken token;
    private final String url;

    InvitationsClient(
            InternalHttpClient http,
            ServiceToken token,
            @ConfigProperty(name = "coachbook.services.availability.url") String url) {
        this.http = http;
        this.token = token;
        this.url = url + "/internal/invitations/";
    }

    /**
     * Empty when it is not open any more.
     *
     * @throws org.coachbook.chassis.http.ProblemException 503 when it cannot be read now
     */
    public Optional<MailedInvitation> find(String id) {
        return http.read(url + PathSegment.of(id), token.bearer(), MailedInvitation.class);
    }
}
