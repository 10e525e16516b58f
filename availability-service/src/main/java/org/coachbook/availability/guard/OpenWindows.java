package org.coachbook.availability.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.schedules.OpenTimes;
import org.coachbook.availability.schedules.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * The open windows as a week keeps them: {@code {from, to, types}}, per distinct set of session types their merged
 * union. {@code types: null} stands for all types that no dated entry names; a named type has windows of its own,
 * because a closure may be for it alone.
 */
final class OpenWindows {
    private OpenWindows() {}

    static List<Document> of(Schedule schedule, Range week) {
        Map<List<Range>, List<String>> typesByWindows = new LinkedHashMap<>();
        schedule.entries().stream()
                .map(e -> e.sessionTypeIds())
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .forEach(type -> typesByWindows
                        .computeIfAbsent(OpenTimes.of(schedule, type, week).open(), _ -> new ArrayList<>())
                        .add(type));
        List<Document> windows = new ArrayList<>();
        add(windows, OpenTimes.of(schedule, null, week).open(), null);
        typesByWindows.forEach((open, types) -> add(windows, open, types));
        return windows;
    }

    private static void add(List<Document> windows, List<Range> open, @Nullable List<String> types) {
        open.forEach(range -> windows.add(
                new Document("from", range.from()).append("to", range.to()).append("types", types)));
    }
}
