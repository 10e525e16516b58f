package org.coachbook.gateway.accounts;

import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Time zones and locales as we take them. */
public final class TextRules {
    /** The SystemV zones are the platform's own, none of the zone database. */
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> !id.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableSet());

    private TextRules() {}

    /** Whether it is a zone of the IANA database; offsets are none. */
    public static boolean isTimeZone(String text) {
        return ZONES.contains(text);
    }

    /** Whether it is a well-formed BCP 47 tag with a language. */
    public static boolean isLocale(String text) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(text)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
