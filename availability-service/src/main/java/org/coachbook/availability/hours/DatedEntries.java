package org.coachbook.availability.hours;

import java.util.ArrayList;
import java.util.List;
import org.coachbook.availability.input.Checks;
import org.coachbook.availability.schedules.DatedEntry;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.chassis.http.FieldError;

/** The dated entries of a schedule with one of them added, replaced or removed. */
final class DatedEntries {
    /** They are one document with the schedule, so that an edit is one write. */
    private static final int MOST = 1000;
    /** Each that is named has windows of its own in every week. */
    private static final int MOST_TYPES = 100;

    private DatedEntries() {}

    /** The entries with this one in the place of the one with its id, or at the end. */
    static List<DatedEntry> with(Schedule schedule, DatedEntry entry) {
        if (schedule.entry(entry.id()) == null) {
            List<DatedEntry> more = new ArrayList<>(schedule.entries());
            more.add(entry);
            return more;
        }
        return schedule.entries().stream()
                .map(known -> known.id().equals(entry.id()) ? entry : known)
                .toList();
    }

    static List<DatedEntry> without(Schedule schedule, String id) {
        return schedule.entries().stream().filter(e -> !e.id().equals(id)).toList();
    }

    static List<FieldError> errors(List<DatedEntry> entries) {
        long types = entries.stream()
                .flatMap(entry -> entry.sessionTypeIds().stream())
                .distinct()
                .count();
        return new Checks()
                .that(entries.size() <= MOST, "kind", "exceeds " + MOST + " openings and closures; remove past ones")
                .that(types <= MOST_TYPES, "sessionTypeIds", "exceed " + MOST_TYPES + " in all openings and closures")
                .errors();
    }
}
