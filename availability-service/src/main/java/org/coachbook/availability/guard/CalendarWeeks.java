package org.coachbook.availability.guard;

import com.mongodb.client.ClientSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.guard.Outcome.Repeated;
import org.coachbook.availability.guard.WeekRepository.Busy;
import org.coachbook.availability.schedules.Schedule;
import org.coachbook.availability.sharing.SharedReads;
import org.jspecify.annotations.Nullable;

/** The calendar weeks, for the other features. */
@ApplicationScoped
public class CalendarWeeks {
    private final WeekRepository weeks;
    private final SharedReads<List<String>, List<Busy>> busy;

    CalendarWeeks(WeekRepository weeks) {
        this.weeks = weeks;
        this.busy = new SharedReads<>(ids -> List.copyOf(weeks.busy(ids)));
    }

    /** What is taken at {@code now} in the weeks that the range touches. */
    public Occupancy occupancy(Schedule schedule, Range range, Instant now) {
        List<Busy> read = busy.get(schedule.weeks().touchedBy(range).stream()
                .map(week -> Attempt.weekId(schedule.coachId(), week.name()))
                .toList());
        return Occupancy.of(
                read.stream().flatMap(week -> week.busy().stream()).toList(),
                read.stream()
                        .flatMap(week -> Stream.ofNullable(week.decisions()))
                        .flatMap(List::stream)
                        .toList(),
                now);
    }

    /** The entry with this id that starts at {@code start}, if it stands. */
    public @Nullable Entry entry(Schedule schedule, String id, Instant start) {
        return taken(schedule, id, start).map(Repeated::entry).orElse(null);
    }

    /** What was taken under this id and starts at {@code start}, if it stands, as a repeat of its attempt finds it. */
    public Optional<Repeated> taken(Schedule schedule, String id, Instant start) {
        CalendarWeek week = weeks.find(idOf(schedule, start));
        Entry entry = week == null ? null : week.entry(id);
        return week == null || entry == null ? Optional.empty() : Optional.of(new Repeated(entry, week.sequence()));
    }

    /** The holds of the candidate's person that are in its way at {@code now}. */
    public List<Entry> ownHolds(Schedule schedule, Candidate candidate, Instant now) {
        return occupancy(schedule, candidate.occupied(), now).conflicts(candidate).stream()
                .filter(entry -> entry.heldBy(candidate.person()))
                .toList();
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
