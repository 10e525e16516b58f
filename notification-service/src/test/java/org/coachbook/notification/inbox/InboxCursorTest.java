package org.coachbook.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxCursorTest {
    @Test
    void a_cursor_survives_its_journey() {
        InboxCursor cursor = new InboxCursor(Instant.ofEpochMilli(1_800_000_000_123L), "e1:user 1");
        assertThat(InboxCursor.parse(cursor.encoded())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!", "eHl6", "IA", "bm8gbnVtYmVy"})
    void anything_else_is_no_cursor(String text) {
        assertThat(InboxCursor.parse(text)).isEmpty();
    }
}
