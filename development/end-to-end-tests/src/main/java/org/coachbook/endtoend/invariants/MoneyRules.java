package org.coachbook.endtoend.invariants;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** I2: our records equal Stripe's, no dead booking keeps money, no agreed one is without funds, but for what was given back of it. */
final class MoneyRules {
    private MoneyRules() {}

    static Stream<String> violations(List<BookingFact> bookings, List<IntentFact> intents) {
        Map<String, List<IntentFact>> byBooking =
                intents.stream().collect(Collectors.groupingBy(IntentFact::bookingId));
        return bookings.stream().flatMap(b -> ofOne(b, byBooking.getOrDefault(b.id(), List.of())));
    }

    private static Stream<String> ofOne(BookingFact booking, List<IntentFact> intents) {
        long kept = intents.stream().mapToLong(IntentFact::kept).sum();
        long open = intents.stream().filter(IntentFact::holdsMoney).count();
        long live = intents.stream().filter(i -> !i.status().equals("canceled")).count();
        return Stream.of(
                        rule(live > 1, "I2 more than one live payment", booking, intents),
                        rule(
                                kept != booking.captured() - booking.refunded(),
                                "I2 our record is not Stripe's",
                                booking,
                                intents),
                        rule(!booking.live() && open > 0, "I2 a dead booking holds money", booking, intents),
                        rule(
                                booking.agreed() && kept + booking.refunded() != booking.total(),
                                "I2 an agreed booking is not funded",
                                booking,
                                intents),
                        rule(
                                Dead.WITHOUT_A_SHARE.contains(booking.status()) && kept != 0,
                                "I2 a booking that never was keeps money",
                                booking,
                                intents))
                .flatMap(s -> s);
    }

    private static Stream<String> rule(boolean broken, String what, BookingFact booking, List<IntentFact> intents) {
        return broken ? Stream.of(what + ": " + booking + " " + intents) : Stream.empty();
    }

    /** Endings after which the client gets everything back, whatever the policy says. */
    private static final class Dead {
        static final List<String> WITHOUT_A_SHARE = List.of("REJECTED", "DECLINED", "EXPIRED", "CANCELLED_BY_COACH");
    }
}
