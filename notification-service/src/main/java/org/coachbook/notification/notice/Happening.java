package org.coachbook.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event that concerns the two parties to a booking.
 *
 * @param invited whether the parties have the booking in their calendars from an earlier notice
 */
public record Happening(
        String eventId,
        Kind kind,
        String coachId,
        String clientId,
        Session session,
        long sequence,
        Instant at,
        boolean invited,
        @Nullable Money money) {

    /** Each of the two parties is told of each event, but of a proposal only who has to answer it. */
    public List<Notice> notices() {
        return Stream.of(notice(Role.CLIENT, clientId, coachId), notice(Role.COACH, coachId, clientId))
                .filter(notice -> concerns(notice.role()))
                .toList();
    }

    /** On whose pages it is seen, whoever is told of it in words. */
    public List<String> partyIds() {
        return List.of(clientId, coachId);
    }

    private boolean concerns(Role role) {
        return kind != Kind.RESCHEDULE_PROPOSED
                || Optional.ofNullable(session.proposal())
                        .filter(proposal -> proposal.by() != role)
                        .isPresent();
    }

    /** What the event does to the parties' calendars. */
    public CalendarMark calendar() {
        return CalendarMark.of(kind, invited);
    }

    private Notice notice(Role role, String recipient, String other) {
        String id = eventId + ":" + recipient;
        return new Notice(
                id,
                eventId,
                kind,
                role,
                recipient,
                other,
                session.bookingId(),
                session,
                sequence,
                at,
                calendar(),
                money);
    }
}
