package org.coachbook.availability.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.coachbook.chassis.http.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Zurich", "UTC", "GMT", "CET", "EST5EDT", "Japan", "Singapore", "Etc/GMT+5"})
    void each_name_of_the_zone_database_is_a_zone(String name) {
        assertThat(Checks.isZone(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+02:00", "UTC+1", "GMT+02:00", "SystemV/AST4", "Mars/Olympus", "europe/zurich"})
    void offsets_and_names_of_others_are_none(String name) {
        assertThat(Checks.isZone(name)).isFalse();
    }

    @Test
    void one_line_of_text_has_no_break_and_nothing_that_cannot_be_seen() {
        List.of("a\nb", "a\rb", "a\tb", "a\u0000b", "a\u0085b", "a\u2028b", "a\u2029b")
                .forEach(text -> assertThat(new Checks().line(text, 10, "name").errors())
                        .containsExactly(new FieldError("name", "must be one line of text")));
        assertThat(new Checks().line("Führung – 90′ 🌱", 20, "name").errors()).isEmpty();
    }

    @Test
    void a_list_says_whether_it_is_too_long_or_has_a_gap() {
        assertThat(new Checks().list(List.of(1, 2, 3), 2, "ids").errors())
                .containsExactly(new FieldError("ids", "must have at most 2 entries"));
        assertThat(new Checks()
                        .list(Arrays.asList("a", null), 2, "ids")
                        .list(Collections.emptyList(), 2, "more")
                        .errors())
                .containsExactly(new FieldError("ids", "must not have null among its entries"));
    }
}
