package org.coachbook.availability.connections;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.coachbook.availability.connections.Connection.Status;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is answered, or a coach's invitation to an address.
 *
 * @param clientId absent for an invitation by e-mail
 * @param email only for an invitation by e-mail, which is {@code pending} until it is accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionView(
        String id,
        String coachId,
        @Nullable String clientId,
        @Nullable String email,
        Status status,
        String requestedBy) {
    static ConnectionView of(Connection c) {
        return new ConnectionView(c.id(), c.coachId(), c.clientId(), null, c.status(), c.requestedBy());
    }

    static ConnectionView of(Invitation i) {
        return new ConnectionView(i.id(), i.coachId(), null, i.email(), Status.PENDING, i.coachId());
    }
}
