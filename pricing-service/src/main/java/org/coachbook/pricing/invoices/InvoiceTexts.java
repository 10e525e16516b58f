package org.coachbook.pricing.invoices;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The labels of a document in its language; texts are in {@code invoices*.properties}. */
final class InvoiceTexts {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.ITALIAN);

    private final Locale language;
    private final ResourceBundle texts;

    private InvoiceTexts(Locale language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                InvoiceTexts.class.getPackageName() + ".invoices",
                language,
                InvoiceTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @param language one that {@link #languageOf} answered */
    static InvoiceTexts in(String language) {
        return new InvoiceTexts(Locale.of(language));
    }

    /** Which of our languages a person reads, English when none of his is ours. */
    static String languageOf(String locale) {
        String language = Locale.forLanguageTag(locale).getLanguage();
        return LANGUAGES.contains(Locale.of(language)) ? language : Locale.ENGLISH.getLanguage();
    }

    String get(String key, Object... values) {
        return new MessageFormat(texts.getString(key), language).format(values);
    }

    String date(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(at.atZone(zone));
    }

    /** With the zone's name, because the reader may be elsewhere. */
    String time(Instant at, ZoneId zone) {
        String clock = DateTimeFormatter.ofPattern("HH:mm", language).format(at.atZone(zone));
        return date(at, zone) + ", " + clock + " (" + zone + ")";
    }
}
