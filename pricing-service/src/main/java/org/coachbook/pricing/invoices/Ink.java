package org.coachbook.pricing.invoices;

import java.awt.Color;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpdf.text.Font;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.FontSelector;

/**
 * The fonts of one document, embedded so that names are printed as they are written: in Latin, Greek, Cyrillic, Hebrew
 * or Arabic letters, in Chinese or Japanese. What is written otherwise is printed as {@link Legible} puts it, and never left out. Each
 * document has its own fonts, because a font keeps the tag of the document that its letters are embedded in.
 */
final class Ink {
    private static final Color DARK = new Color(28, 25, 23);
    private static final Color GREY = new Color(87, 83, 78);
    private static final float LEADING = 1.5f;

    /** How something is written. */
    enum Style {
        TITLE(true, 20, DARK),
        TEXT(false, 10, DARK),
        STRONG(true, 11, DARK),
        SMALL(false, 9, GREY);

        private final boolean bold;
        private final float size;
        private final Color color;

        Style(boolean bold, float size, Color color) {
            this.bold = bold;
            this.size = size;
            this.color = color;
        }
    }

    private final SubsetTags tags;
    private final Map<FontFile, BaseFont> fonts = new EnumMap<>(FontFile.class);
    private final Legible legible = new Legible(this::isPrintable);

    /** @param documentId the same letters of the same document are embedded as the same bytes */
    Ink(String documentId) {
        this.tags = new SubsetTags(documentId);
    }

    /** @param lines below each other; what they hold is legible and begins no further line */
    Phrase phrase(Style style, String... lines) {
        String text = Arrays.stream(lines).map(legible::of).collect(Collectors.joining("\n"));
        FontSelector selector = new FontSelector();
        faces(style, text).forEach(face -> selector.addFont(new Font(face, style.size, Font.NORMAL, style.color)));
        Phrase phrase = selector.process(text);
        phrase.setLeading(LEADING * style.size);
        return phrase;
    }

    Paragraph paragraph(Style style, String text, float gap) {
        Paragraph paragraph = new Paragraph(phrase(style, text));
        paragraph.setSpacingBefore(gap);
        paragraph.setSpacingAfter(gap);
        return paragraph;
    }

    private Stream<BaseFont> faces(Style style, String text) {
        BaseFont usual = font(style.bold ? FontFile.LIBERATION_BOLD : FontFile.LIBERATION);
        int[] others = text.codePoints()
                .filter(point -> point != '\n' && !usual.charExists(point))
                .toArray();
        return Stream.concat(
                Stream.of(usual),
                FontFile.FALLBACKS.stream()
                        .filter(file -> Arrays.stream(others).anyMatch(file::sets))
                        .map(this::font));
    }

    private boolean isPrintable(int point) {
        return font(FontFile.LIBERATION).charExists(point)
                || FontFile.FALLBACKS.stream()
                        .anyMatch(file -> file.sets(point) && font(file).charExists(point));
    }

    /** They are large, so each is read for a document that needs it. */
    private BaseFont font(FontFile file) {
        return fonts.computeIfAbsent(file, needed -> needed.embedded(tags));
    }
}
