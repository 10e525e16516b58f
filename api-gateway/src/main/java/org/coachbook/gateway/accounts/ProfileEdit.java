package org.coachbook.gateway.accounts;

import org.jspecify.annotations.Nullable;

/** What a person changes of himself; null leaves it as it is. */
record ProfileEdit(
        @Nullable String name,
        @Nullable String timeZone,
        @Nullable String locale) {
    String nameOr(String current) {
        return name == null ? current : name.strip();
    }

    String timeZoneOr(String current) {
        return timeZone == null ? current : timeZone;
    }

    String localeOr(String current) {
        return locale == null ? current : locale;
    }
}
