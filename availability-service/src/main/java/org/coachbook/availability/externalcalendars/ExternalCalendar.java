package org.coachbook.availability.externalcalendars;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.coachbook.availability.calendar.Range;
import org.coachbook.availability.externalcalendars.Fetched.Validators;
import org.coachbook.availability.schedules.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * A calendar kept elsewhere.
 *
 * @param place from 0; no two calendars of a coach have the same, so that he cannot have more than there are places
 * @param nextAt when it is read again, or when the lease of the one who is reading it ends
 * @param claims how often it was claimed for reading; also the proof that a claim is the latest
 * @param failures how often reading it has failed since it last succeeded
 * @param trouble why it last failed; null when it last succeeded
 * @param checkedAt when it was last known to be as its busy times say
 * @param coveredUntil up to where its busy times are known
 * @param zone the coach's when it was read, in which whole days were taken
 * @param weeks its busy times by ISO week in UTC; null where they were left unread, because they are many
 */
public record ExternalCalendar(
        @BsonId String id,
        String coachId,
        int place,
        String name,
        CalendarAddress address,
        Instant nextAt,
        long claims,
        int failures,
        @Nullable Trouble trouble,
        Instant checkedAt,
        Instant coveredUntil,
        String zone,
        Validators validators,
        @Nullable Map<String, List<Range>> weeks) {
    /** How many a coach can have. */
    static final int MOST = 5;

    /** Busy times that are older say nothing any more. */
    static final Duration TRUSTED = Duration.ofHours(24);

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LAST_RETRY = Duration.ofHours(2);
    private static final int DOUBLINGS = 7;

    /** How long to wait after another failure: twice as long each time, so that a server in trouble is left alone. */
    Duration untilRetry() {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        return wait.compareTo(LAST_RETRY) < 0 ? wait : LAST_RETRY;
    }

    /** Whether its busy times may still be relied on, as a search asks. */
    boolean checked(Schedule schedule, Instant now) {
        return new CalendarPart(checkedAt, coveredUntil, zone, weeks).checked(schedule, now);
    }
}
