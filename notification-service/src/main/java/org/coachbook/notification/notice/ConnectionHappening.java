package org.coachbook.notification.notice;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.coachbook.contracts.account.ConnectionChanged;
import org.jspecify.annotations.Nullable;

/**
 * A change between a coach and a client. One of the two is told at most: whoever did not cause it. What has to do with a
 * block is told to nobody.
 *
 * @param sequence the change's number in its connection
 */
public record ConnectionHappening(String eventId, ConnectionChanged fact, long sequence, Instant at) {
    /** What is told, if anything is. */
    public Optional<Notice> notice() {
        return switch (fact.status()) {
            case "pending" -> told(Kind.CONNECTION_REQUESTED, otherThan(fact.requestedBy()));
            case "accepted" -> told(Kind.CONNECTION_ACCEPTED, fact.requestedBy());
            case "declined" -> told(Kind.CONNECTION_DECLINED, fact.requestedBy());
            case "ended" -> told(Kind.CONNECTION_ENDED, otherThan(fact.endedBy()));
            default -> Optional.empty();
        };
    }

    /** What became of an earlier request, in the words that whoever was asked may read: a block reads as an end. */
    public String result() {
        return fact.status().equals("blocked") ? "ended" : fact.status();
    }

    private @Nullable String otherThan(@Nullable String userId) {
        return userId == null ? null : isCoach(userId) ? fact.clientId() : fact.coachId();
    }

    private boolean isCoach(String userId) {
        return fact.coachId().equals(userId);
    }

    /** One name for all requests of a day: who asks, takes it back and asks again tells nothing new. */
    private String requestOfTheDay() {
        return fact.connectionId() + ":requested:" + at.truncatedTo(ChronoUnit.DAYS);
    }

    private Optional<Notice> told(Kind kind, @Nullable String recipient) {
        if (recipient == null) {
            return Optional.empty();
        }
        Role role = isCoach(recipient) ? Role.COACH : Role.CLIENT;
        String other = role == Role.COACH ? fact.clientId() : fact.coachId();
        String event = kind == Kind.CONNECTION_REQUESTED ? requestOfTheDay() : eventId;
        String id = event + ":" + recipient;
        String subject = fact.connectionId();
        return Optional.of(new Notice(
                id, event, kind, role, recipient, other, subject, null, sequence, at, CalendarMark.NONE, null));
    }
}
