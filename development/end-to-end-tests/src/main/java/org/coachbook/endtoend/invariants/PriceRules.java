package org.coachbook.endtoend.invariants;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What pricing-service holds agrees with the bookings: documents have no gaps, the uses of codes and credits are their bookings. */
final class PriceRules {
    /** A promotion's or a package's use by a booking. */
    private record Use(@Nullable String discountId, String bookingId) {
        static Stream<Use> of(String discountId, Stream<String> bookingIds) {
            return bookingIds.map(id -> new Use(discountId, id));
        }

        static Use by(BookingFact booking) {
            return new Use(booking.redeems(), booking.id());
        }
    }

    private PriceRules() {}

    static Stream<String> violations(
            List<BookingFact> bookings,
            List<Document> invoices,
            List<Document> promotions,
            List<PackageFact> packages) {
        Set<Use> used = Stream.concat(
                        promotions.stream().flatMap(each -> Use.of(each.getString("_id"), uses(each))),
                        packages.stream().flatMap(each -> Use.of(each.id(), each.uses().stream())))
                .collect(Collectors.toSet());
        Stream<String> unused = bookings.stream()
                .filter(booking -> booking.agreed() && booking.redeems() != null && !used.contains(Use.by(booking)))
                .map(booking -> "Booking " + booking.id() + " stands, but its code or credit was not used");
        Set<Use> entitled = bookings.stream()
                .filter(booking -> !booking.gaveEverythingBack())
                .map(Use::by)
                .collect(Collectors.toSet());
        Stream<String> stray = used.stream()
                .filter(use -> !entitled.contains(use))
                .map(use -> "A code or credit is used by what is no booking, or gave everything back: " + use);
        return Stream.of(gaps(invoices), promotions.stream().flatMap(PriceRules::overused), unused, stray)
                .flatMap(each -> each);
    }

    private static Stream<String> gaps(List<Document> invoices) {
        Map<String, TreeSet<Integer>> numbers = new TreeMap<>();
        invoices.forEach(invoice -> numbers.computeIfAbsent(
                        invoice.getString("coachId") + " in " + invoice.getInteger("year"), _ -> new TreeSet<>())
                .add(invoice.getInteger("number")));
        return numbers.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(oneTo(entry.getValue().size())))
                .map(entry -> "Numbers of " + entry.getKey() + " have a gap: " + entry.getValue());
    }

    private static TreeSet<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> overused(Document promotion) {
        long uses = uses(promotion).count();
        int most = promotion.get("terms", Document.class).getInteger("maxUses");
        return uses > most
                ? Stream.of("Promotion " + promotion.getString("_id") + " has " + uses + " uses of " + most)
                : Stream.empty();
    }

    private static Stream<String> uses(Document promotion) {
        return promotion.getList("uses", Document.class).stream().map(use -> use.getString("id"));
    }
}
