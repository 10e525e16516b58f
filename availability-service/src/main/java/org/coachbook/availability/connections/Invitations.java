package org.coachbook.availability.connections;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coachbook.chassis.http.Problem;

/** Inviting by e-mail, and accepting such an invitation. */
@ApplicationScoped
class Invitations {
    private static final int TOKEN_BYTES = 24;

    private final InvitationRepository repository;
    private final InvitationAllowanceRepository allowances;
    private final Connections connections;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(
            InvitationRepository repository,
            InvitationAllowanceRepository allowances,
            Connections connections,
            Clock clock) {
        this.repository = repository;
        this.allowances = allowances;
        this.connections = connections;
        this.clock = clock;
    }

    /** The coach's invitation to an address; while one lives nothing is sent again. */
    Invitation invite(String coachId, String email) {
        Instant now = clock.instant();
        return living(coachId, email, now).orElseGet(() -> make(coachId, email, now));
    }

    /** Those that the coach waits for, as far as he knows. */
    List<Invitation> openOf(String coachId, String cursor, int limit) {
        return repository.openOf(coachId, clock.instant(), cursor, limit);
    }

    /** The coach takes one of his invitations back; false when it is none. */
    boolean withdraw(String id, String coachId) {
        return repository.withdraw(id, coachId);
    }

    private Optional<Invitation> living(String coachId, String email, Instant now) {
        Optional<Invitation> known = repository.find(coachId, email, now);
        known.ifPresent(invitation -> repository.reopen(invitation.id()));
        return known;
    }

    private Invitation make(String coachId, String email, Instant now) {
        if (!allowances.take(coachId, now)) {
            throw Problem.of(
                            429,
                            "too-many-invitations",
                            "You have invited as many addresses as is possible in a day: "
                                    + InvitationAllowanceRepository.MOST_A_DAY + ". Please go on tomorrow.")
                    .asException();
        }
        Invitation made = Invitation.to(email, coachId, UUID.randomUUID().toString(), token(), now);
        return repository.insert(made, now)
                ? made
                : living(coachId, email, now)
                        .orElseThrow(() -> Problem.tryAgain().asException());
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Connects this person with the coach who had this token mailed; repeated, it answers what became of it. */
    Connection accept(String token, String userId) {
        Invitation accepted = repository
                .accept(token, userId, clock.instant())
                .orElseThrow(() -> Problem.notFound("invitation").asException());
        return connections.join(accepted.coachId(), userId, accepted.id());
    }

    /** Whoever has the token does not want it; the coach is not told. */
    void decline(String token) {
        repository.decline(token);
    }
}
