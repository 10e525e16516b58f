package org.coachbook.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerCursorTest {
    @Test
    void a_cursor_reads_back_as_it_was_written() {
        LedgerCursor cursor = new LedgerCursor(Instant.ofEpochSecond(1_790_000_000), "tr_1");
        assertThat(LedgerCursor.parse(cursor.toString())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x.tr_1", "-1.tr_1", "99999999999999999999.tr_1"})
    void anything_else_is_no_cursor(String text) {
        assertThat(LedgerCursor.parse(text)).isEmpty();
    }
}
