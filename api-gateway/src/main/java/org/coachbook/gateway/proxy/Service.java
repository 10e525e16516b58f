package org.coachbook.gateway.proxy;

import java.util.Locale;

/** A service behind the gateway. */
public enum Service {
    AVAILABILITY,
    BOOKING,
    PRICING,
    PAYMENT,
    NOTIFICATION;

    /** Its name in the configuration. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
