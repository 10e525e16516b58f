package org.coachbook.notification.mail;

import java.util.regex.Pattern;

/** Text from people on its way into mail headers (RFC 5322 §2.2, CRLF injection). */
final class PlainText {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cc}<>,;:\"()\\[\\]\\\\@]+@[^\\s\\p{Cc}<>,;:\"()\\[\\]\\\\@]+");
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_ADDRESS = 254;

    private PlainText() {}

    /** One line without control characters, at most 200 characters long. */
    static String line(String text) {
        String line = CONTROL.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
    }

    /** Whether this is one bare address and nothing else. */
    static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
    }
}
