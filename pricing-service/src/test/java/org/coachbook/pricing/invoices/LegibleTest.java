package org.coachbook.pricing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegibleTest {
    private static final CharsetEncoder LATIN = Charset.forName("ISO-8859-2").newEncoder();

    /** With a font that has what Central Europe writes, the letter for an ayin, and the sign for what is missing. */
    private final Legible legible =
            new Legible(point -> point == '□' || point == 'ʿ' || LATIN.canEncode(Character.toString(point)));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Łukasiewicz & Söhne, Łukasiewicz & Söhne",
                "Μαρία, María",
                "Фёдор Ильич, Fëdor Il'ič",
                "عمر, ʿmr",
                "עמר שרון, 'mr Şrwn",
                "김민준, Gimminjun",
                "たなか, Tanaka",
                "สมชาย, Smchay"
            })
    void what_the_font_lacks_is_written_in_latin_letters(String name, String printed) {
        assertThat(legible.of(name)).isEqualToIgnoringCase(printed);
    }

    @ParameterizedTest
    @CsvSource({"👩‍💻 Coaching 🎉, □ Coaching □", "❤️, □", "x🇨🇭, x□"})
    void a_picture_leaves_one_sign_that_something_stands_there(String name, String printed) {
        assertThat(legible.of(name)).isEqualTo(printed);
    }

    @Test
    void a_letter_in_two_parts_is_the_letter() {
        assertThat(legible.of("Zu\u0308rich")).isEqualTo("Zürich");
    }

    @Test
    void nothing_begins_another_line_or_turns_the_text_around() {
        assertThat(legible.of("Deal\r\nTotal\u0000\u2028\u202E0.00")).isEqualTo("Deal Total 0.00");
    }
}
