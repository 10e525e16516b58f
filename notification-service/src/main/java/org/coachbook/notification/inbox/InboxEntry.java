package org.coachbook.notification.inbox;

import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.notification.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * A notice in somebody's inbox. Its words are made when it is read, so that it holds nothing personal and follows the
 * reader's language and zone.
 *
 * @param id the notice's
 * @param result what became of a request that was acted on: the booking's status then
 */
public record InboxEntry(
        @BsonId String id,
        Notice notice,
        boolean read,
        boolean archived,
        @Nullable String result) {
    static InboxEntry of(Notice notice) {
        return new InboxEntry(notice.id(), notice, false, false, null);
    }
}
