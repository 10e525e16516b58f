package org.coachbook.availability.schedules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.calendar.SlotGrid;
import org.coachbook.availability.calendar.WeekGrid;
import org.coachbook.contracts.availability.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * When a coach works. One per coach; every edit raises {@code version}.
 *
 * @param anchorZone the coach's zone when the calendar was created; it names the weeks and never changes
 * @param timeZone the coach's zone of today
 * @param minimumNoticeMinutes elapsed minutes between now and a start, exactly met is enough
 * @param bookingWindowDays a start's local date is at most today plus so many days
 * @param bookingWindow fixed dates instead of {@code bookingWindowDays}
 * @param maxSessionsPerDay cap over all session types, null for none
 * @param sequence of the last message sent about it
 */
public record Schedule(
        @BsonId String coachId,
        String anchorZone,
        String timeZone,
        List<WeeklyHours> weeklyHours,
        List<DatedEntry> entries,
        int minimumNoticeMinutes,
        int bookingWindowDays,
        @Nullable BookingWindow bookingWindow,
        int slotStepMinutes,
        @Nullable Integer maxSessionsPerDay,
        @Nullable Integer maxSessionsPerWeek,
        Visibility calendarVisibility,
        long version,
        long sequence) {
    public static final int DEFAULT_NOTICE_MINUTES = 120;
    public static final int DEFAULT_WINDOW_DAYS = 60;
    public static final int DEFAULT_STEP_MINUTES = 15;

    /** A schedule that is closed all week; version 0 is what was never stored. */
    public static Schedule closed(String coachId, String timeZone) {
        return new Schedule(
                coachId,
                timeZone,
                timeZone,
                List.of(),
                List.of(),
                DEFAULT_NOTICE_MINUTES,
                DEFAULT_WINDOW_DAYS,
                null,
                DEFAULT_STEP_MINUTES,
                null,
                null,
                Visibility.PUBLIC,
                0,
                0);
    }

    /** The coach's zone of today. */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** The weeks in which reservations are kept. */
    public WeekGrid weeks() {
        return new WeekGrid(ZoneId.of(anchorZone));
    }

    /** The coach's own days and weeks, in which caps are counted. */
    public WeekGrid localWeeks() {
        return new WeekGrid(zone());
    }

    public SlotGrid grid() {
        return new SlotGrid(zone(), slotStepMinutes);
    }

    /** The first local date on which a session can start. */
    public LocalDate firstDate(Instant now) {
        LocalDate today = now.atZone(zone()).toLocalDate();
        return bookingWindow == null || bookingWindow.from().isBefore(today) ? today : bookingWindow.from();
    }

    /** The last local date on which a session can start. */
    public LocalDate lastDate(Instant now) {
        return bookingWindow == null
                ? now.atZone(zone()).toLocalDate().plusDays(bookingWindowDays)
                : bookingWindow.to();
    }

    /** The names of the coach's ISO weeks from now to a date. */
    public List<String> weeksUntil(LocalDate last, Instant now) {
        WeekGrid grid = localWeeks();
        Instant end = grid.startOf(last.plusDays(1));
        return now.isBefore(end)
                ? grid.touchedBy(new Range(now, end)).stream()
                        .map(WeekGrid.Week::name)
                        .toList()
                : List.of();
    }

    /** Whether some dated entry names the session type, so that its open times differ from the others'. */
    public boolean names(String sessionTypeId) {
        return entries.stream().anyMatch(e -> e.sessionTypeIds().contains(sessionTypeId));
    }

    /** Whether any dated entry is for some session types alone. */
    public boolean namesTypes() {
        return entries.stream().anyMatch(e -> !e.sessionTypeIds().isEmpty());
    }

    /** The dated entry with this id, or null. */
    public @Nullable DatedEntry entry(String id) {
        return entries.stream()
                .filter(e -> Objects.equals(e.id(), id))
                .findFirst()
                .orElse(null);
    }

    /** Whether everything but the dated entries is the same. */
    boolean differsInEntriesOnly(Schedule other) {
        return withEntries(List.of())
                .numbered(0, 0)
                .equals(other.withEntries(List.of()).numbered(0, 0));
    }

    /** The same rules under the next version, with room for the messages that its edit sends. */
    public Schedule next(int messages) {
        return numbered(version + 1, sequence + messages);
    }

    private Schedule numbered(long nextVersion, long nextSequence) {
        return new Schedule(
                coachId,
                anchorZone,
                timeZone,
                weeklyHours,
                entries,
                minimumNoticeMinutes,
                bookingWindowDays,
                bookingWindow,
                slotStepMinutes,
                maxSessionsPerDay,
                maxSessionsPerWeek,
                calendarVisibility,
                nextVersion,
                nextSequence);
    }

    /** The same rules with other dated entries. */
    public Schedule withEntries(List<DatedEntry> changed) {
        return new Schedule(
                coachId,
                anchorZone,
                timeZone,
                weeklyHours,
                List.copyOf(changed),
                minimumNoticeMinutes,
                bookingWindowDays,
                bookingWindow,
                slotStepMinutes,
                maxSessionsPerDay,
                maxSessionsPerWeek,
                calendarVisibility,
                version,
                sequence);
    }
}
