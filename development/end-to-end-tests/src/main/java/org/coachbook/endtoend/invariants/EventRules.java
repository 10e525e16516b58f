package org.coachbook.endtoend.invariants;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.coachbook.testing.ReceivedMessage;

/** I4: each state change is one logical event, delivered at least once, numbered without gaps per booking. */
final class EventRules {
    private EventRules() {}

    static Stream<String> violations(List<BookingFact> bookings, List<ReceivedMessage> events) {
        Map<String, List<ReceivedMessage>> bySubject =
                events.stream().collect(Collectors.groupingBy(ReceivedMessage::subject));
        return bookings.stream().flatMap(booking -> ofOne(booking, bySubject.getOrDefault(booking.id(), List.of())));
    }

    private static Stream<String> ofOne(BookingFact booking, List<ReceivedMessage> events) {
        Map<Long, List<String>> ids = new TreeMap<>(events.stream()
                .collect(Collectors.groupingBy(
                        ReceivedMessage::sequence,
                        Collectors.mapping(
                                ReceivedMessage::id, Collectors.collectingAndThen(Collectors.toSet(), List::copyOf)))));
        List<Long> expected =
                LongStream.rangeClosed(1, booking.eventsSent()).boxed().toList();
        if (!List.copyOf(ids.keySet()).equals(expected)) {
            return Stream.of("I4 events " + ids.keySet() + " instead of " + expected + ": " + booking);
        }
        return ids.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(e -> "I4 two events under number " + e.getKey() + ": " + booking);
    }
}
