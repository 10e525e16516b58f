package org.coachbook.availability.connections;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.coachbook.availability.input.Checks;
import org.coachbook.chassis.http.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Whom to connect with: exactly one of the three.
 *
 * @param coachId asked by a client
 * @param clientId invited by a coach
 * @param email of somebody whom a coach invites, whether he has an account or not
 */
public record ConnectionRequest(
        @Nullable String coachId,
        @Nullable String clientId,
        @Nullable String email) {

    List<FieldError> errors() {
        long named =
                Stream.of(coachId, clientId, email).filter(Objects::nonNull).count();
        return new Checks()
                .that(named == 1, "coachId", "or clientId or email, one of the three")
                .that(email == null || Invitation.isAddress(email.strip()), "email", "must be an e-mail address")
                .errors();
    }
}
