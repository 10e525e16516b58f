package org.coachbook.pricing.invoices;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.openpdf.text.Font;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPTable;

/** The fonts of a document, embedded so that every name is printed as it is written, also a Greek or Cyrillic one. */
final class Ink {
    private static final Color DARK = new Color(28, 25, 23);
    private static final Color GREY = new Color(87, 83, 78);
    private static final BaseFont REGULAR = font("LiberationSans-Regular.ttf");
    private static final BaseFont BOLD = font("LiberationSans-Bold.ttf");

    static final Font TITLE = new Font(BOLD, 20, Font.NORMAL, DARK);
    static final Font TEXT = new Font(REGULAR, 10, Font.NORMAL, DARK);
    static final Font STRONG = new Font(BOLD, 11, Font.NORMAL, DARK);
    static final Font SMALL = new Font(REGULAR, 9, Font.NORMAL, GREY);

    private Ink() {}

    static Paragraph spaced(Paragraph paragraph, float gap) {
        paragraph.setSpacingBefore(gap);
        paragraph.setSpacingAfter(gap);
        return paragraph;
    }

    static PdfPTable spaced(PdfPTable table, float gap) {
        table.setSpacingBefore(gap);
        return table;
    }

    private static BaseFont font(String name) {
        String path = "/liberation/" + name;
        try (InputStream file = Objects.requireNonNull(Ink.class.getResourceAsStream(path), path)) {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
