package org.coachbook.notification.mail;

import java.util.Optional;
import org.coachbook.notification.notice.CalendarMark;
import org.coachbook.notification.notice.Texts;
import org.coachbook.notification.reading.SessionType;
import org.jspecify.annotations.Nullable;

/** Where a session takes place, in words. The details are told once the time is agreed. */
final class Place {
    private Place() {}

    static @Nullable String of(Optional<SessionType> sessionType, CalendarMark mark, Texts texts) {
        SessionType.Location location = sessionType.map(SessionType::location).orElse(null);
        if (location == null) {
            return null;
        }
        String kind = texts.get("location." + location.kind());
        String details = location.details();
        boolean agreed = mark == CalendarMark.CONFIRMED;
        return agreed && details != null && !details.isBlank() ? kind + ": " + details : kind;
    }
}
