package org.coachbook.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {
    @ParameterizedTest
    @ValueSource(strings = {"Ten hours", " x", "8", "田中 太郎", "عمر", "김민준", "👩‍💻", "Łukasz & Söhne", "\u200Fעמר"})
    void what_can_be_read_on_a_line_is_one(String text) {
        assertThat(OneLine.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0\u200B",
                "a\nb",
                "a\r\nBcc: evil",
                "a\u0000",
                "\tx",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "a\u007F",
                "a\uD83D"
            })
    void what_breaks_the_line_or_cannot_be_read_is_none(String text) {
        assertThat(OneLine.is(text)).isFalse();
    }

    @Test
    void a_text_as_long_as_a_body_may_be_is_refused_at_once() {
        String longest = "a".repeat(64 * 1024) + "\n";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> assertThat(OneLine.is(longest)).isFalse());
        assertThatCode(() -> OneLine.is(" ".repeat(64 * 1024))).doesNotThrowAnyException();
    }
}
