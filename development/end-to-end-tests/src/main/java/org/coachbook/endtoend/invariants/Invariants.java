package org.coachbook.endtoend.invariants;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.coachbook.localstack.StackAddresses;
import org.coachbook.localstack.http.Eventually;

/** What must hold after every run. Read when the system has come to rest, which it must within a minute (I5). */
public final class Invariants {
    private static final Duration REST = Duration.ofSeconds(60);
    private static final int MOST_LOOKS = 10;

    private final StackAddresses addresses;

    public Invariants(StackAddresses addresses) {
        this.addresses = addresses;
    }

    /** @throws AssertionError naming each violation, or what did not come to rest */
    public void assertHold() {
        List<String> violations = violations();
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.size() + " violations:\n" + String.join("\n", violations));
        }
    }

    /** Waits for rest, then names each violation. A booking whose time comes while it is looked at is looked at anew. */
    public List<String> violations() {
        try (Stores stores = new Stores(addresses)) {
            for (int look = 0; look < MOST_LOOKS; look++) {
                awaitRest(stores);
                List<BookingFact> bookings = stores.bookings();
                List<String> found = violations(bookings, stores);
                if (bookings.stream().allMatch(BookingFact::atRest) && bookings.equals(stores.bookings())) {
                    return found;
                }
            }
            throw new AssertionError("Bookings moved during each of " + MOST_LOOKS + " looks at them");
        }
    }

    private static List<String> violations(List<BookingFact> bookings, Stores stores) {
        return Stream.of(
                        CalendarRules.violations(bookings, stores.calendar()),
                        MoneyRules.violations(bookings, stores.intents()),
                        EventRules.violations(bookings, stores.events()),
                        PriceRules.violations(bookings, stores.invoices(), stores.promotions(), stores.packages()),
                        PackageRules.violations(stores.packages(), stores.intents()))
                .flatMap(each -> each)
                .toList();
    }

    /** How many bookings there are. */
    public int bookings() {
        try (Stores stores = new Stores(addresses)) {
            return stores.bookings().size();
        }
    }

    private static void awaitRest(Stores stores) {
        try {
            Eventually.becomes(REST, () -> atRest(stores), "every saga rests and every outbox is empty");
        } catch (IllegalStateException e) {
            List<BookingFact> moving =
                    stores.bookings().stream().filter(b -> !b.atRest()).toList();
            throw new AssertionError("I5 not at rest within " + REST.toSeconds() + " s: " + moving, e);
        }
    }

    private static boolean atRest(Stores stores) {
        return !stores.busy() && stores.bookings().stream().allMatch(BookingFact::atRest);
    }
}
