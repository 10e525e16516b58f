package org.coachbook.notification.notice;

import java.util.Locale;

/** What somebody is in a booking. */
public enum Role {
    CLIENT,
    COACH;

    /** As in the keys of the texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
