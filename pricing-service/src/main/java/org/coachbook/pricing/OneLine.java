package org.coachbook.pricing;

import java.util.regex.Pattern;

/**
 * Text that is printed on invoices: there is something to read, and nothing that would begin another line or cannot be
 * printed, so that nobody prints a line that only we may write.
 */
public final class OneLine {
    /** For the whole text; its parts exclude each other, so that a long text is read once and not once per letter. */
    public static final String PATTERN =
            "[\\p{Zs}\\p{Cf}\\p{Co}\\p{Cn}]*[^\\p{C}\\p{Z}][^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*";

    /** Told with the field. */
    public static final String MESSAGE = "must be one line of text";

    private static final Pattern WHOLE = Pattern.compile(PATTERN);

    private OneLine() {}

    /** Whether this text is one. */
    public static boolean is(String text) {
        return WHOLE.matcher(text).matches();
    }
}
