package org.coachbook.notification.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that one person is told. It holds ids only; names and addresses are read when it is put into words.
 *
 * @param id the event's id and the recipient's, so that a repeated event makes the same notice
 * @param subjectId what it is about: the booking, the place on a wait list, the connection, the invitation, the package
 * @param session the time it is about, null where it is about none
 * @param eventId the event's, or what stands for all of a day where those are told once
 * @param sequence the event's number in its booking (or payment, or connection)
 * @param at when it happened
 * @param recipientId the person, or the invitation where only an address is known
 * @param otherId the other party
 * @param money what was refunded or paid, null for anything else
 */
public record Notice(
        String id,
        String eventId,
        Kind kind,
        Role role,
        String recipientId,
        String otherId,
        String subjectId,
        @Nullable Session session,
        long sequence,
        Instant at,
        CalendarMark calendar,
        @Nullable Money money) {

    /** The coach it is about. */
    public String coachId() {
        return role == Role.COACH ? recipientId : otherId;
    }
}
