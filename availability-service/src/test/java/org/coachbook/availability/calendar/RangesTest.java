package org.coachbook.availability.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangesTest {
    @Test
    void ranges_that_touch_become_one() {
        assertThat(Ranges.union(List.of(r(5, 7), r(0, 2), r(2, 3), r(6, 6.5)))).containsExactly(r(0, 3), r(5, 7));
    }

    @Test
    void holes_are_cut_out() {
        assertThat(Ranges.minus(List.of(r(0, 4), r(5, 9)), List.of(r(1, 2), r(3, 6), r(9, 10))))
                .containsExactly(r(0, 1), r(2, 3), r(6, 9));
    }

    @Test
    void a_gap_between_two_windows_is_never_covered() {
        List<Range> open = List.of(r(0, 2), r(3, 5));
        assertThat(Ranges.cover(open, r(3, 5))).isTrue();
        assertThat(Ranges.cover(open, r(0, 1))).isTrue();
        assertThat(Ranges.cover(open, r(1, 4))).isFalse();
        assertThat(Ranges.cover(open, r(2, 3))).isFalse();
    }

    @Test
    void what_touches_does_not_overlap() {
        assertThat(r(0, 2).overlaps(r(2, 4))).isFalse();
        assertThat(r(0, 2).overlaps(r(1, 4))).isTrue();
    }

    @Test
    void an_empty_range_does_not_exist() {
        assertThatIllegalArgumentException().isThrownBy(() -> r(2, 2));
    }

    private static Range r(double from, double to) {
        return new Range(Instant.ofEpochSecond((long) (from * 3600)), Instant.ofEpochSecond((long) (to * 3600)));
    }
}
