package org.coachbook.localstack.accounts;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the demo coach offers. */
final class DemoCoach {
    private DemoCoach() {}

    /** Every day from 9 to 17. */
    static Map<String, ?> schedule(String zone) {
        return Map.of(
                "timeZone",
                zone,
                "weeklyHours",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> Map.of("day", day.name(), "from", "09:00", "to", "17:00"))
                        .toList(),
                "minimumNoticeMinutes",
                120,
                "bookingWindowDays",
                60,
                "slotStepMinutes",
                30,
                "calendarVisibility",
                "public");
    }

    /** An hour for one, booked at once by anybody. */
    static Map<String, ?> sessionType() {
        return Map.of(
                "name",
                "Career coaching",
                "format",
                "one_on_one",
                "duration",
                Map.of("default", 60, "min", 30, "max", 120, "step", 30),
                "buffers",
                Map.of("beforeMinutes", 15, "afterMinutes", 15),
                "bookingRules",
                Map.of("allowFirmBooking", true, "firmBookingThresholdHours", 24, "requireApprovalNonConnected", false),
                "location",
                Map.of("kind", "online", "details", "https://meet.example.org/ada"),
                "active",
                true);
    }

    /** CHF 120 an hour, VAT included. */
    static Map<String, ?> rates(String sessionTypeId) {
        return Map.of(
                "currency",
                "CHF",
                "vat",
                Map.of("ratePercent", "8.1", "included", true),
                "rates",
                List.of(Map.of("sessionTypeId", sessionTypeId, "hourly", 12_000)));
    }
}
