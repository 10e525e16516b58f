package org.coachbook.gateway.accounts;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** Time zones and locales as we take them. */
public final class TextRules {
    private TextRules() {}

    /** Whether it is a zone of the IANA database; offsets are none. */
    public static boolean isTimeZone(String text) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(text).getId());
        } catch (DateTimeException e) {
            return false;
        }
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
