package org.coachbook.availability.connections;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
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

    /**
     * The coach's invitation to an address; while an open one lives nothing is sent again. Of one that was accepted it
     * answers the connection, if that stands; else the address is invited anew.
     */
    ConnectionView invite(String coachId, String email) {
        Instant now = clock.instant();
        Optional<Invitation> known = repository.find(coachId, email, now);
        if (known.isEmpty() || known.get().status() != Invitation.Status.ACCEPTED) {
            return ConnectionView.of(
                    known.map(living -> again(living, now)).orElseGet(() -> make(coachId, email, now)));
        }
        return standing(known.get())
                .map(ConnectionView::of)
                .orElseGet(() -> ConnectionView.of(replace(known.get(), now)));
    }

    private Optional<Connection> standing(Invitation accepted) {
        return connections
                .between(accepted.coachId(), Objects.requireNonNull(accepted.acceptedBy()))
                .filter(Connection::accepted);
    }

    /** What the coach took back stands again; a day after it was announced it is announced anew, as its mail may be lost. */
    private Invitation again(Invitation known, Instant now) {
        if (known.status() == Invitation.Status.WITHDRAWN && known.canBeAnnouncedAgain(now)) {
            take(known.coachId(), now);
            repository.reopen(known.announcedAgain(now), allowances.takeForAddress(known.email(), now));
        } else {
            repository.reopen(known.id());
        }
        return known;
    }

    /** A new link instead of one that was used, or claimed by somebody who was not connected thereby. */
    private Invitation replace(Invitation accepted, Instant now) {
        take(accepted.coachId(), now);
        repository.forget(accepted);
        return store(accepted.coachId(), accepted.email(), now);
    }

    /** Those that the coach waits for, as far as he knows. */
    List<Invitation> openOf(String coachId, String cursor, int limit) {
        return repository.openOf(coachId, clock.instant(), cursor, limit);
    }

    /** The coach takes one of his invitations back; false when it is none. */
    boolean withdraw(String id, String coachId) {
        return repository.withdraw(id, coachId);
    }

    private Invitation make(String coachId, String email, Instant now) {
        take(coachId, now);
        return store(coachId, email, now);
    }

    private void take(String coachId, Instant now) {
        if (!allowances.take(coachId, now)) {
            throw Problem.of(
                            429,
                            "too-many-invitations",
                            "You have invited as many addresses as is possible in a day: "
                                    + InvitationAllowanceRepository.MOST_A_DAY + ". Please go on tomorrow.")
                    .asException();
        }
    }

    /** Whether the address is spared is told to nobody. */
    private Invitation store(String coachId, String email, Instant now) {
        Invitation made = Invitation.to(email, coachId, UUID.randomUUID().toString(), token(), now);
        return repository.insert(made, allowances.takeForAddress(email, now), now)
                ? made
                : repository.find(coachId, email, now).orElseThrow(() -> Problem.tryAgain()
                        .asException());
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The coach who had this token mailed and did not take it back. */
    String inviter(String token) {
        return repository
                .withToken(token, clock.instant())
                .filter(found -> found.status() != Invitation.Status.WITHDRAWN)
                .map(Invitation::coachId)
                .orElseThrow(() -> Problem.notFound("invitation").asException());
    }

    /**
     * Connects this person with the coach who had this token mailed; repeated, it answers what became of it. Whom the
     * coach blocked does not use the link up.
     */
    Connection accept(String token, String userId) {
        Invitation accepted = repository
                .withToken(token, clock.instant())
                .filter(found -> !connections.isBlocked(found.coachId(), userId))
                .flatMap(found -> repository.accept(token, userId, clock.instant()))
                .orElseThrow(() -> Problem.notFound("invitation").asException());
        return connections.join(accepted.coachId(), userId, accepted.id());
    }

    /** Whoever has the token does not want it, nor more of that kind for a while; no coach is told. */
    void decline(String token) {
        Instant now = clock.instant();
        repository
                .withToken(token, now)
                .filter(found -> found.status() != Invitation.Status.ACCEPTED)
                .ifPresent(found -> {
                    allowances.close(found.email(), now.plus(Invitation.LIFE));
                    repository.decline(token);
                });
    }
}
