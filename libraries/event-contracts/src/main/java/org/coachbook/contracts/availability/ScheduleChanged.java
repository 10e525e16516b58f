package org.coachbook.contracts.availability;

import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;

/**
 * The rules of a coach's schedule that others decide by. Compacted by coach.
 *
 * @param timeZone IANA zone
 * @param minimumNoticeMinutes elapsed minutes before the start
 * @param bookingWindowDays days ahead that can be booked
 */
@Contract(type = "availability.schedule-changed.v1", topic = Topics.SCHEDULE_CHANGES)
public record ScheduleChanged(
        String coachId,
        long version,
        String timeZone,
        int minimumNoticeMinutes,
        int bookingWindowDays,
        int slotStepMinutes,
        Visibility calendarVisibility) {}
