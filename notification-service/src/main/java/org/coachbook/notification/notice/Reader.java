package org.coachbook.notification.notice;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How somebody reads: his language with its regional habits, and the zone his clock is in.
 *
 * @param locale its language is one that we have texts in
 */
public record Reader(Locale locale, ZoneId zone) {
    /** The languages there are texts in. */
    public static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "it");

    /**
     * From an account's settings: a language without texts reads English, a missing or unknown zone UTC.
     *
     * @param localeTag BCP 47, {@code de-CH}
     * @param zoneId IANA zone
     */
    public static Reader of(@Nullable String localeTag, @Nullable String zoneId) {
        Locale wanted = localeTag == null ? Locale.ENGLISH : Locale.forLanguageTag(localeTag);
        return new Reader(LANGUAGES.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH, zone(zoneId));
    }

    private static ZoneId zone(@Nullable String zoneId) {
        try {
            return zoneId == null ? ZoneOffset.UTC : ZoneId.of(zoneId);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
