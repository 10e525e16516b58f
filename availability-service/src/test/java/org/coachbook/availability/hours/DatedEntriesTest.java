package org.coachbook.availability.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.coachbook.availability.schedules.DatedEntry;
import org.coachbook.availability.schedules.EntryKind;
import org.coachbook.chassis.http.FieldError;
import org.junit.jupiter.api.Test;

class DatedEntriesTest {
    @Test
    void together_they_name_a_hundred_session_types_at_most_and_each_of_them_as_often_as_they_like() {
        assertThat(DatedEntries.errors(List.of(entry(0, 100), entry(0, 100), entry(50, 100))))
                .isEmpty();
        assertThat(DatedEntries.errors(List.of(entry(0, 60), entry(50, 101))))
                .extracting(FieldError::field)
                .containsExactly("sessionTypeIds");
    }

    private static DatedEntry entry(int firstType, int afterLastType) {
        LocalDateTime start = LocalDateTime.parse("2027-03-01T08:00");
        List<String> types = IntStream.range(firstType, afterLastType)
                .mapToObj(n -> "type-" + n)
                .toList();
        return new DatedEntry(
                "e", EntryKind.OPENING, start, start.plusHours(1), "UTC", null, List.of(), types, true, 1);
    }
}
