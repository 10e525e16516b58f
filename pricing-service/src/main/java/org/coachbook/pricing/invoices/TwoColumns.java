package org.coachbook.pricing.invoices;

import java.awt.Color;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** Rows of a label and a value. */
final class TwoColumns {
    private static final float PADDING = 4;
    private static final Color RULE = new Color(214, 211, 209);

    private final PdfPTable table;
    private final Font label;
    private final int alignment;
    private final int border;

    private TwoColumns(float[] widths, Font label, int alignment, int border) {
        this.table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        this.label = label;
        this.alignment = alignment;
        this.border = border;
    }

    /** Facts to read from left to right. */
    static TwoColumns facts() {
        return new TwoColumns(new float[] {1, 3}, Ink.SMALL, Element.ALIGN_LEFT, Rectangle.NO_BORDER);
    }

    /** Amounts that stand below each other. */
    static TwoColumns amounts() {
        return new TwoColumns(new float[] {4, 1}, Ink.TEXT, Element.ALIGN_RIGHT, Rectangle.BOTTOM);
    }

    TwoColumns row(String name, String value) {
        return row(new Phrase(name, label), new Phrase(value, Ink.TEXT));
    }

    TwoColumns total(String name, String value) {
        return row(new Phrase(name, Ink.STRONG), new Phrase(value, Ink.STRONG));
    }

    private TwoColumns row(Phrase name, Phrase value) {
        table.addCell(cell(name, Element.ALIGN_LEFT));
        table.addCell(cell(value, alignment));
        return this;
    }

    private PdfPCell cell(Phrase phrase, int align) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setHorizontalAlignment(align);
        cell.setBorder(border);
        cell.setBorderColor(RULE);
        cell.setPaddingTop(PADDING);
        cell.setPaddingBottom(PADDING);
        cell.setPaddingLeft(0);
        cell.setPaddingRight(0);
        return cell;
    }

    PdfPTable table() {
        return table;
    }
}
