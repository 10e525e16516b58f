package org.coachbook.endtoend.journey;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a coach offers: every day around the clock, 60 minutes at a time at each half hour, no buffers.
 *
 * @param hourly price in minor units of CHF; 0 for free sessions
 * @param firm whether a booking needs no acceptance by the coach
 * @param seats how many people share a session; 1 for one person alone
 * @param needed how many of them it needs to take place
 * @param decisionMinutes how long before the start that is decided; null where one is enough
 */
public record Offer(
        long hourly,
        boolean firm,
        int seats,
        int needed,
        @Nullable Integer decisionMinutes) {
    public static final String ZONE = "Europe/Zurich";

    public static final Offer PAID = new Offer(12_000, true, 1);
    public static final Offer FREE = new Offer(0, true, 1);
    public static final Offer PAID_ON_REQUEST = new Offer(12_000, false, 1);
    public static final Offer GROUP_OF_TWO = new Offer(12_000, true, 2);

    /** One that needs nobody but the client. */
    public Offer(long hourly, boolean firm, int seats) {
        this(hourly, firm, seats, 1, null);
    }

    /** A workshop that takes place with two people or more. */
    public static Offer workshopForTwo(int decisionMinutes) {
        return new Offer(12_000, true, 4, 2, decisionMinutes);
    }

    private Map<String, ?> capacity() {
        return decisionMinutes == null
                ? Map.of("min", needed, "max", seats)
                : Map.of("min", needed, "max", seats, "decisionMinutes", decisionMinutes);
    }

    Map<String, ?> schedule() {
        return Map.of(
                "timeZone",
                ZONE,
                "weeklyHours",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> Map.of("day", day.name(), "from", "00:00", "to", "24:00"))
                        .toList(),
                "minimumNoticeMinutes",
                0,
                "bookingWindowDays",
                730,
                "slotStepMinutes",
                30,
                "calendarVisibility",
                "public");
    }

    Map<String, ?> sessionType() {
        return Map.of(
                "name",
                "Career coaching",
                "format",
                seats == 1 ? "one_on_one" : "group",
                "capacity",
                capacity(),
                "duration",
                Map.of("default", 60, "min", 60, "max", 120, "step", 60),
                "buffers",
                Map.of("beforeMinutes", 0, "afterMinutes", 0),
                "bookingRules",
                Map.of(
                        "allowFirmBooking",
                        firm,
                        "firmBookingThresholdHours",
                        24,
                        "requireApprovalNonConnected",
                        false));
    }

    Map<String, ?> rates(String sessionTypeId) {
        return Map.of(
                "currency",
                "CHF",
                "vat",
                Map.of("ratePercent", "8.1", "included", true),
                "rates",
                List.of(Map.of("sessionTypeId", sessionTypeId, "hourly", hourly)));
    }
}
