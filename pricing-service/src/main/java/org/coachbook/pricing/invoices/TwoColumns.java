package org.coachbook.pricing.invoices;

import java.awt.Color;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** Rows of a label and a value; Hebrew and Arabic in them run from right to left. */
final class TwoColumns {
    private static final float PADDING = 4;
    private static final float LINE_HEIGHT = 1.3f;
    private static final Color RULE = new Color(214, 211, 209);

    private final PdfPTable table;
    private final Ink ink;
    private final Ink.Style label;
    private final int alignment;
    private final int border;

    private TwoColumns(Ink ink, float[] widths, Ink.Style label, int alignment, int border) {
        this.ink = ink;
        this.table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        this.label = label;
        this.alignment = alignment;
        this.border = border;
    }

    /** Facts to read from left to right. */
    static TwoColumns facts(Ink ink) {
        return new TwoColumns(ink, new float[] {1, 3}, Ink.Style.SMALL, Element.ALIGN_LEFT, Rectangle.NO_BORDER);
    }

    /** Amounts that stand below each other. */
    static TwoColumns amounts(Ink ink) {
        return new TwoColumns(ink, new float[] {4, 1}, Ink.Style.TEXT, Element.ALIGN_RIGHT, Rectangle.BOTTOM);
    }

    /** @param value lines below each other */
    TwoColumns row(String name, String... value) {
        return row(ink.phrase(label, name), ink.phrase(Ink.Style.TEXT, value));
    }

    TwoColumns total(String name, String value) {
        return row(ink.phrase(Ink.Style.STRONG, name), ink.phrase(Ink.Style.STRONG, value));
    }

    /** One value over the whole width, in the style of labels. */
    TwoColumns alone(String... lines) {
        PdfPCell cell = cell(ink.phrase(label, lines), Element.ALIGN_LEFT);
        cell.setColspan(2);
        cell.setPadding(0);
        table.addCell(cell);
        return this;
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
        cell.setLeading(0, LINE_HEIGHT);
        cell.setRunDirection(PdfWriter.RUN_DIRECTION_LTR);
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
