package org.coachbook.notification.reading;

import org.coachbook.notification.notice.Reader;
import org.jspecify.annotations.Nullable;

/**
 * An account as the gateway shows it to services with scope {@code accounts:read}.
 *
 * @param locale BCP 47
 * @param timeZone IANA zone
 * @param active false for one that is suspended or erased
 */
public record Account(
        String id,
        String name,
        String email,
        @Nullable String locale,
        @Nullable String timeZone,
        boolean active) {

    /** How this person reads. */
    public Reader reader() {
        return Reader.of(locale, timeZone);
    }
}
