package org.coachbook.notification.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Where a page of the inbox ends: the list goes from the newest entry to the oldest. */
record InboxCursor(Instant at, String id) {
    static InboxCursor after(InboxEntry last) {
        return new InboxCursor(last.notice().at(), last.id());
    }

    /** As it travels; opaque to callers. */
    String encoded() {
        String plain = at.toEpochMilli() + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when the text is none of ours. */
    static Optional<InboxCursor> parse(String encoded) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            int blank = plain.indexOf(' ');
            Instant at = Instant.ofEpochMilli(Long.parseLong(plain, 0, Math.max(blank, 0), 10));
            return Optional.of(new InboxCursor(at, plain.substring(blank + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
