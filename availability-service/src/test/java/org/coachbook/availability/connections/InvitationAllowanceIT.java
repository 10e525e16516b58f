package org.coachbook.availability.connections;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.coachbook.availability.Coach;
import org.coachbook.availability.Stack;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ServiceStack;
import org.junit.jupiter.api.Test;

@Stack
class InvitationAllowanceIT {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final Instant NEXT_DAY = NOW.plus(Duration.ofDays(1));

    private final String email = "guest-" + UUID.randomUUID() + "@example.com";

    @Inject
    InvitationAllowanceRepository allowances;

    @Inject
    InvitationRepository invitations;

    @Inject
    Invitations inviting;

    @Test
    void an_address_is_written_to_three_times_a_day() {
        assertThat(List.of(write(NOW), write(NOW), write(NOW), write(NOW))).containsExactly(true, true, true, false);
        assertThat(allowances.takeForAddress("other-" + email, NOW)).isTrue();
        assertThat(write(NEXT_DAY)).isTrue();
    }

    @Test
    void an_address_that_declined_is_not_written_to_for_thirty_days() {
        Invitation declined = invitation();
        assertThat(invitations.insert(declined, false, NOW)).isTrue();
        inviting.decline(declined.token());
        assertThat(write(NEXT_DAY)).isFalse();
        assertThat(write(NOW.plus(Duration.ofDays(31)))).isTrue();
    }

    @Test
    void whom_no_more_may_be_sent_is_invited_all_the_same_and_announced_to_nobody() {
        for (int n = 0; n < 3; n++) {
            write(Instant.now());
        }
        String kept = inviting.invite(new Coach().id, email).id();
        String sent = inviting.invite(new Coach().id, "other-" + email).id();
        assertThat(invitations.find(kept).orElseThrow().status()).isEqualTo(Invitation.Status.OPEN);
        try (KafkaProbe facts = KafkaProbe.of(ServiceStack.bootstrapServers(), "connection.invitations")) {
            facts.await("account.client-invited.v1", sent, Duration.ofSeconds(10));
            assertThat(facts.received())
                    .noneMatch(fact -> String.valueOf(fact.payload()).contains(kept));
        }
    }

    @Test
    void what_was_taken_back_is_announced_again_once_a_day_went_by() {
        Invitation first = invitation();
        invitations.insert(first, false, NOW);
        invitations.withdraw(first.id(), first.coachId());
        assertThat(first.canBeAnnouncedAgain(NEXT_DAY.minusMillis(1))).isFalse();
        assertThat(first.canBeAnnouncedAgain(NEXT_DAY)).isTrue();
        invitations.reopen(first.announcedAgain(NEXT_DAY), true);
        assertThat(invitations.find(first.id()).orElseThrow())
                .returns(2L, Invitation::sequence)
                .returns(NEXT_DAY, Invitation::announcedAt)
                .returns(Invitation.Status.OPEN, Invitation::status);
        try (KafkaProbe facts = KafkaProbe.of(ServiceStack.bootstrapServers(), "connection.invitations")) {
            facts.await("account.client-invited.v1", first.id(), Duration.ofSeconds(10));
        }
    }

    private Invitation invitation() {
        return Invitation.to(
                email,
                new Coach().id,
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                NOW);
    }

    private boolean write(Instant when) {
        return allowances.takeForAddress(email, when);
    }
}
