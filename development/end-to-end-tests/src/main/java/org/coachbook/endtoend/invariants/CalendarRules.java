package org.coachbook.endtoend.invariants;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** I1 and I9: nobody's time overlaps another's, and the calendar and the bookings tell the same. */
final class CalendarRules {
    private CalendarRules() {}

    static Stream<String> violations(List<BookingFact> bookings, List<CalendarFact> calendar) {
        return Stream.of(overlaps(bookings), missing(bookings, calendar), orphans(bookings, calendar))
                .flatMap(List::stream);
    }

    private static List<String> overlaps(List<BookingFact> bookings) {
        List<String> found = new ArrayList<>();
        bookings.stream()
                .filter(BookingFact::live)
                .collect(Collectors.groupingBy(BookingFact::coachId))
                .values()
                .forEach(ofCoach -> overlapsOfOne(ofCoach, found));
        return found;
    }

    private static void overlapsOfOne(List<BookingFact> bookings, List<String> found) {
        List<BookingFact> sorted = bookings.stream()
                .sorted(Comparator.comparing(BookingFact::start))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            boolean overlap = sorted.get(i).start().isBefore(sorted.get(i - 1).end());
            if (overlap && !sorted.get(i).sharesSessionWith(sorted.get(i - 1))) {
                found.add("I1 double booking: " + sorted.get(i - 1) + " and " + sorted.get(i));
            }
        }
    }

    private static List<String> missing(List<BookingFact> bookings, List<CalendarFact> calendar) {
        Map<String, CalendarFact> byId =
                calendar.stream().collect(Collectors.toMap(CalendarFact::id, entry -> entry, (a, b) -> a));
        return bookings.stream()
                .filter(BookingFact::agreed)
                .filter(b -> !byId.containsKey(b.reservationId())
                        || !byId.get(b.reservationId()).confirmed())
                .map(b -> "I9 agreed, but its time is not in the calendar: " + b)
                .toList();
    }

    private static List<String> orphans(List<BookingFact> bookings, List<CalendarFact> calendar) {
        Set<String> live = bookings.stream()
                .filter(BookingFact::live)
                .map(BookingFact::reservationId)
                .collect(Collectors.toSet());
        return calendar.stream()
                .filter(CalendarFact::confirmed)
                .filter(entry -> !live.contains(entry.id()))
                .map(entry -> "I9 a time is kept for nobody: " + entry)
                .toList();
    }
}
