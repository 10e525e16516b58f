package org.coachbook.notification.notice;

import java.util.Locale;

/** What a notice is about. */
public enum About {
    BOOKING,
    /** A place on a wait list, before there is a booking. */
    OFFER,
    CONNECTION,
    /** Of somebody by e-mail, who has no account as far as is known. */
    INVITATION,
    /** A package of prepaid sessions. */
    PACKAGE;

    /** As in the keys of the texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
