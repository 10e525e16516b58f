package org.coachbook.notification.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it is sent: the same text as HTML and plain.
 *
 * @param to one bare address
 * @param headers further headers, each one line
 */
record Letter(
        String to,
        String subject,
        String html,
        String text,
        Map<String, String> headers,
        @Nullable Attachment attachment) {

    /**
     * A file that goes with it.
     *
     * @param type MIME type with its parameters
     */
    record Attachment(String name, String content, String type) {}

    Letter with(Attachment added) {
        return new Letter(to, subject, html, text, headers, added);
    }
}
