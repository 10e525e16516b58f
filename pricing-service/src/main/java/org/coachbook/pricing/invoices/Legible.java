package org.coachbook.pricing.invoices;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts into Latin letters what the fonts lack, so that nothing is left out that a document has to say: Arabic or Hangul as it
 * sounds, and for what has no sound, as a picture, a sign that something stands there.
 */
final class Legible {
    private static final String MISSING = "□";
    private static final Pattern SIGN = Pattern.compile("\\X");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private final IntPredicate printable;

    /** @param printable whether the fonts have this code point */
    Legible(IntPredicate printable) {
        this.printable = printable;
    }

    /** One line of it. */
    String of(String text) {
        String line = CONTROLS.matcher(text).replaceAll(" ");
        StringBuilder legible = new StringBuilder();
        StringBuilder foreign = new StringBuilder();
        signs(Normalizer.normalize(line, Normalizer.Form.NFC)).forEach(sign -> {
            if (isPrintable(sign)) {
                legible.append(inLatin(foreign)).append(seen(sign));
                foreign.setLength(0);
            } else {
                foreign.append(sign);
            }
        });
        return legible.append(inLatin(foreign)).toString();
    }

    private String inLatin(StringBuilder foreign) {
        return foreign.isEmpty()
                ? ""
                : signs(Latin.LETTERS.transliterate(foreign.toString()))
                        .map(this::orPlainer)
                        .collect(Collectors.joining());
    }

    private String orPlainer(String sign) {
        if (isPrintable(sign)) {
            return seen(sign);
        }
        String plainer = Latin.WITHOUT_MARKS.transliterate(sign);
        return isPrintable(plainer) ? seen(plainer) : MISSING;
    }

    private boolean isPrintable(String sign) {
        return seen(sign).codePoints().allMatch(printable);
    }

    private static String seen(String sign) {
        return UNSEEN.matcher(sign).replaceAll("");
    }

    private static Stream<String> signs(String text) {
        return SIGN.matcher(text).results().map(MatchResult::group);
    }

    /** Loaded for the first text that needs them. */
    private static final class Latin {
        private static final Transliterator LETTERS = Transliterator.getInstance("Any-Latin; Any-Title; NFC");
        private static final Transliterator WITHOUT_MARKS = Transliterator.getInstance("Latin-ASCII");
    }
}
