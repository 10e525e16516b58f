package org.coachbook.pricing.invoices;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.ARMENIAN;
import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.ETHIOPIC;
import static java.lang.Character.UnicodeScript.GEORGIAN;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KATAKANA;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.openpdf.text.pdf.BaseFont;

/** A TrueType font on the class path, with the scripts that we can set with it: those of India need more than letters. */
enum FontFile {
    LIBERATION("/liberation/LiberationSans-Regular.ttf", Set.of()),
    LIBERATION_BOLD("/liberation/LiberationSans-Bold.ttf", Set.of()),
    NOTO_SANS_SC(
            "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf",
            EnumSet.of(HAN, HIRAGANA, KATAKANA, BOPOMOFO, COMMON, INHERITED)),
    KURINTO_SANS("/fonts/ttf/Kurinto/KurintoSans-Rg.ttf", EnumSet.of(ARABIC, ARMENIAN, GEORGIAN, ETHIOPIC, INHERITED));

    /** For what Liberation lacks; the first that has it. */
    static final List<FontFile> FALLBACKS = List.of(NOTO_SANS_SC, KURINTO_SANS);

    private final String path;
    private final Set<UnicodeScript> scripts;

    FontFile(String path, Set<UnicodeScript> scripts) {
        this.path = path;
        this.scripts = scripts;
    }

    /** Whether it is a fallback for this code point, if it has it. */
    boolean sets(int point) {
        return scripts.contains(UnicodeScript.of(point));
    }

    /** Of which those letters that are written will be embedded. */
    BaseFont embedded(SubsetTags tags) {
        try (InputStream file = Objects.requireNonNull(FontFile.class.getResourceAsStream(path), path)) {
            BaseFont font =
                    BaseFont.createFont(path, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, file.readAllBytes(), null);
            font.setSecureRandom(tags);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
