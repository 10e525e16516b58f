package org.coachbook.notification.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.coachbook.notification.notice.Money;
import org.coachbook.notification.notice.Notice;
import org.coachbook.notification.notice.Wording;
import org.jspecify.annotations.Nullable;

/**
 * An inbox entry as its owner sees it.
 *
 * @param type what happened, {@code booking_confirmed}
 * @param at when, UTC
 * @param title a few words in the reader's language
 * @param text one or two sentences, times in the reader's zone
 * @param result what became of a request that was acted on, {@code confirmed}
 */
public record NotificationView(
        String id,
        String type,
        Instant at,
        boolean read,
        boolean archived,
        String title,
        String text,
        Data data,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String result) {

    /**
     * What it is about.
     *
     * @param role what the reader is in the booking: {@code client} or {@code coach}
     * @param status the booking's status after the event
     * @param amount minor units of {@code currency}; only where money moved
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Data(
            String bookingId,
            String coachId,
            String role,
            String sessionTypeId,
            Instant start,
            Instant end,
            String status,
            @Nullable Long amount,
            @Nullable String currency) {}

    static NotificationView of(InboxEntry entry, Wording words) {
        Notice notice = entry.notice();
        return new NotificationView(
                entry.id(),
                notice.kind().key(),
                notice.at(),
                entry.read(),
                entry.archived(),
                words.title(),
                words.text(),
                dataOf(notice),
                entry.result());
    }

    private static Data dataOf(Notice notice) {
        Money money = notice.money();
        var session = notice.session();
        return new Data(
                session.bookingId(),
                notice.coachId(),
                notice.role().key(),
                session.sessionTypeId(),
                session.start(),
                session.end(),
                session.status(),
                money == null ? null : money.amount(),
                money == null ? null : money.currency());
    }
}
