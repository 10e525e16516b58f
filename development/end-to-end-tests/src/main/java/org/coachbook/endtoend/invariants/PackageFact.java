package org.coachbook.endtoend.invariants;

import java.util.List;
import java.util.Objects;
import org.bson.Document;

/**
 * A package that a client ordered, as its own document tells it; the price in minor units.
 *
 * @param refunded minor units that went back of it, as its document knows
 * @param uses ids of the bookings that use a credit
 */
record PackageFact(String id, boolean paid, long price, long refunded, int credits, List<String> uses) {
    static PackageFact of(Document document) {
        Document purchase = document.get("purchase", Document.class);
        return new PackageFact(
                document.getString("_id"),
                Objects.nonNull(document.get("paidAt")),
                purchase.get("price", Document.class).getLong("total"),
                document.getList("refunds", Document.class, List.of()).stream()
                        .mapToLong(refund -> refund.getLong("amount"))
                        .sum(),
                purchase.get("terms", Document.class).getInteger("credits"),
                document.getList("uses", Document.class).stream()
                        .map(use -> use.getString("id"))
                        .toList());
    }
}
