package org.coachbook.notification.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coachbook.notification.notice.About;
import org.coachbook.notification.notice.Money;
import org.coachbook.notification.notice.Notice;
import org.coachbook.notification.notice.Proposal;
import org.coachbook.notification.notice.Session;
import org.coachbook.notification.notice.Wording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
     * @param bookingId absent where it is about no booking, as are session type, times and status
     * @param connectionId only where it is about a connection
     * @param packageId only where it is about a package
     * @param role what the reader is in it: {@code client} or {@code coach}
     * @param status the booking's status after the event
     * @param proposal other times that are offered for the session
     * @param amount minor units of {@code currency}; only where money moved
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Data(
            @Nullable String bookingId,
            @Nullable String connectionId,
            @Nullable String packageId,
            String coachId,
            String role,
            @Nullable String sessionTypeId,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable String status,
            @Nullable ProposalView proposal,
            @Nullable Long amount,
            @Nullable String currency) {}

    /**
     * Other times.
     *
     * @param by who offers them: {@code client} or {@code coach}
     * @param times their starts
     * @param deadline until when one of them can be taken
     */
    @Schema(name = "OfferedTimes")
    public record ProposalView(String by, List<Instant> times, Instant deadline) {
        static @Nullable ProposalView of(@Nullable Proposal proposal) {
            return proposal == null
                    ? null
                    : new ProposalView(proposal.by().key(), proposal.times(), proposal.deadline());
        }
    }

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

    private static @Nullable String subjectOf(Notice notice, About about) {
        return notice.kind().about() == about ? notice.subjectId() : null;
    }

    private static Data dataOf(Notice notice) {
        Money money = notice.money();
        Optional<Session> session = Optional.ofNullable(notice.session());
        return new Data(
                session.map(Session::bookingId).orElse(null),
                subjectOf(notice, About.CONNECTION),
                subjectOf(notice, About.PACKAGE),
                notice.coachId(),
                notice.role().key(),
                session.map(Session::sessionTypeId).orElse(null),
                session.map(Session::start).orElse(null),
                session.map(Session::end).orElse(null),
                session.map(Session::status).orElse(null),
                ProposalView.of(session.map(Session::proposal).orElse(null)),
                money == null ? null : money.amount(),
                money == null ? null : money.currency());
    }
}
