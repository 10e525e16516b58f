package org.coachbook.contracts.availability;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a coach's schedule that others decide by. Compacted by coach.
 *
 * @param timeZone IANA zone
 * @param minimumNoticeMinutes elapsed minutes before the start
 * @param bookingWindowDays days ahead that can be booked; of fixed dates the distance of the last when this was said
 * @param bookingWindow fixed dates instead of days; null where there are none, and in facts from before it was told
 */
@Contract(type = "availability.schedule-changed.v1", topic = Topics.SCHEDULE_CHANGES)
public record ScheduleChanged(
        String coachId,
        long version,
        String timeZone,
        int minimumNoticeMinutes,
        int bookingWindowDays,
        int slotStepMinutes,
        Visibility calendarVisibility,
        @Nullable BookingDates bookingWindow) {}
