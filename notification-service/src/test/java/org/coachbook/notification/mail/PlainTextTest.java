package org.coachbook.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @Test
    void a_line_break_cannot_begin_another_header() {
        assertThat(PlainText.line("Hi\r\nBcc: eve@example.com\u2028\u0000x")).isEqualTo("Hi Bcc: eve@example.com x");
    }

    @Test
    void a_line_is_short() {
        assertThat(PlainText.line("x".repeat(500))).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "a.b+c@xn--bcher-kva.example", "ädä@example.com"})
    void an_address_is_accepted(String address) {
        assertThat(PlainText.isAddress(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "a@b@c",
                "a@b,c@d",
                "a@b\r\nBcc: c@d",
                "<a@b>",
                "a b@c",
                "\"a\"@b",
                "a@b;c@d",
                "ada@example.com\n"
            })
    void anything_that_is_not_one_bare_address_is_not(String address) {
        assertThat(PlainText.isAddress(address)).isFalse();
    }
}
