package org.coachbook.availability.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotGridTest {
    @ParameterizedTest(name = "{0}, step {1}: {2} -> {3}")
    @CsvSource({
        "Europe/Zurich, 15, 2027-03-01T08:00:00Z, 2027-03-01T08:00:00Z",
        "Europe/Zurich, 15, 2027-03-01T08:00:01Z, 2027-03-01T08:15:00Z",
        "Europe/Zurich, 15, 2027-03-01T08:00:00.001Z, 2027-03-01T08:15:00Z",
        // a step that does not divide the day starts again at midnight: 22:30, then 00:00
        "Europe/Zurich, 50, 2027-03-01T22:31:00Z, 2027-03-01T23:00:00Z",
        // 45 minutes off the whole hour: labels decide, not UTC
        "Asia/Kathmandu, 60, 2027-03-01T08:00:00Z, 2027-03-01T08:15:00Z",
        // labels in the gap do not exist: after 01:45 comes 03:00
        "Europe/Zurich, 45, 2027-03-28T00:31:00Z, 2027-03-28T01:00:00Z",
        // labels in the overlap exist twice
        "Europe/Zurich, 60, 2027-10-31T00:00:00Z, 2027-10-31T00:00:00Z",
        "Europe/Zurich, 60, 2027-10-31T00:01:00Z, 2027-10-31T01:00:00Z",
        "Europe/Zurich, 240, 2027-10-30T22:01:00Z, 2027-10-31T03:00:00Z"
    })
    void the_next_start_is_the_next_label_that_exists(String zone, int step, Instant at, Instant expected) {
        SlotGrid grid = new SlotGrid(ZoneId.of(zone), step);
        assertThat(grid.ceiling(at)).isEqualTo(expected);
        assertThat(grid.has(at)).isEqualTo(at.equals(expected));
    }
}
