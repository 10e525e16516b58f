package org.coachbook.availability.guard;

import com.mongodb.client.ClientSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sharing.SharedReads;
import org.jspecify.annotations.Nullable;

/** The calendar weeks, for the other features. */
@ApplicationScoped
public class CalendarWeeks {
    private final WeekRepository weeks;
    private final SharedReads<List<String>, List<Entry>> entries;

    CalendarWeeks(WeekRepository weeks) {
        this.weeks = weeks;
        this.entries = new SharedReads<>(ids -> List.copyOf(weeks.entries(ids)));
    }

    /** All entries of the weeks that the range touches, lapsed ones included; one that two weeks keep comes twice. */
    public List<Entry> entries(Schedule schedule, Range range) {
        return entries.get(schedule.weeks().touchedBy(range).stream()
                .map(week -> Attempt.weekId(schedule.coachId(), week.name()))
                .toList());
    }

    /** The entry with this id that starts at {@code start}, if it stands. */
    public @Nullable Entry entry(Schedule schedule, String id, Instant start) {
        String weekId =
                Attempt.weekId(schedule.coachId(), schedule.weeks().of(start).name());
        CalendarWeek week = weeks.find(weekId);
        return week == null ? null : week.entry(id);
    }

    /** The id of the week that keeps what starts then; its messages have this subject. */
    public static String idOf(Schedule schedule, Instant start) {
        return Attempt.weekId(schedule.coachId(), schedule.weeks().of(start).name());
    }

    /** Part of the transaction that edits a schedule: the coach's weeks from {@code now} on are built anew. */
    public void markStale(ClientSession session, String coachId, Instant now) {
        weeks.markStale(session, coachId, now);
    }
}
