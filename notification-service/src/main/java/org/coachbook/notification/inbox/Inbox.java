package org.coachbook.notification.inbox;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.coachbook.notification.notice.Notice;

/** The inboxes, as the rest of the service fills and follows them. */
@Singleton
public class Inbox {
    private static final long FIRST = 1;

    private final InboxRepository entries;

    Inbox(InboxRepository entries) {
        this.entries = entries;
    }

    /** Adds notices; repeated ones change nothing. */
    public void add(List<Notice> notices) {
        entries.add(notices.stream().map(InboxEntry::of).toList());
    }

    /**
     * Archives the requests of a booking or connection that an event of it has answered, and adds the event's notices;
     * repeated ones change nothing.
     *
     * @param subjectId the booking or connection
     * @param result what became of the requests
     * @param sequence the event's number
     */
    public void settleAndAdd(String subjectId, String result, long sequence, List<Notice> notices) {
        List<InboxEntry> added = notices.stream().map(InboxEntry::of).toList();
        if (sequence == FIRST) {
            entries.add(added); // nothing was asked before
        } else {
            entries.settleAndAdd(subjectId, result, sequence, added);
        }
    }

    /** Shows each new notice, on whichever replica it was added; returns when told to stop. */
    public void follow(Consumer<Notice> each, BooleanSupplier stopped) {
        entries.follow(entry -> each.accept(entry.notice()), stopped);
    }
}
