package org.coachbook.endtoend.invariants;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A booking as its own document tells it; amounts in minor units. */
record BookingFact(
        String id,
        String coachId,
        String clientId,
        String sessionTypeId,
        boolean shared,
        String status,
        String step,
        Instant start,
        Instant end,
        String reservationId,
        @Nullable String redeems,
        long total,
        long captured,
        long refunded,
        long eventsSent,
        boolean settled) {
    private static final Set<String> AGREED = Set.of("FIRM_BOOKED", "CONFIRMED", "RESCHEDULED", "COMPLETED", "NO_SHOW");
    private static final Set<String> OPEN =
            Set.of("PLACING", "AWAITING_PAYMENT", "REQUESTED", "PENDING_MINIMUM_ATTENDEES");
    private static final Set<String> GIVEN_BACK = Set.of("REJECTED", "EXPIRED", "DECLINED", "CANCELLED_BY_COACH");
    private static final Set<String> WAITING_FOR_SOMEBODY =
            Set.of("await-payment", "await-coach", "await-choice", "await-minimum", "await-session", "ended");

    static BookingFact of(Document booking) {
        Document order = booking.get("order", Document.class);
        Document progress = booking.get("progress", Document.class);
        Document slot = progress.get("slot", Document.class);
        Document payment = progress.get("payment", Document.class);
        return new BookingFact(
                booking.getString("_id"),
                order.getString("coachId"),
                order.getString("clientId"),
                order.getString("sessionTypeId"),
                isShared(slot),
                progress.getString("status"),
                progress.getString("step"),
                slot.getDate("start").toInstant(),
                slot.getDate("end").toInstant(),
                booking.getString("_id") + ":" + slot.getInteger("attempt"),
                redeems(order.get("quote", Document.class)),
                order.get("quote", Document.class).get("price", Document.class).getLong("total"),
                payment.getLong("captured"),
                payment.getLong("refunded"),
                progress.getLong("eventsSent"),
                settled(booking, progress));
    }

    /** Whether others may take part: the time is not this booking's alone. */
    private static boolean isShared(Document slot) {
        Document terms = slot.get("terms", Document.class);
        return terms != null && !Objects.equals(terms.getString("format"), "ONE_ON_ONE");
    }

    /** Id of the promotion or package that it uses up. */
    private static @Nullable String redeems(Document quote) {
        Document redeems = quote.get("redeems", Document.class);
        return redeems == null ? null : redeems.getString("id");
    }

    private static boolean settled(Document booking, Document progress) {
        return !booking.containsKey("outboxPendingSince")
                && progress.getList("owed", Object.class, List.of()).isEmpty()
                && !progress.containsKey("outstanding");
    }

    /** Whether the session is to take place, or did. */
    boolean agreed() {
        return AGREED.contains(status);
    }

    /** Whether the time belongs to it. */
    boolean live() {
        return agreed() || OPEN.contains(status);
    }

    /** Whether both are seats in one session, of two people. */
    boolean sharesSessionWith(BookingFact other) {
        return shared
                && other.shared
                && sessionTypeId.equals(other.sessionTypeId)
                && start.equals(other.start)
                && end.equals(other.end)
                && !clientId.equals(other.clientId);
    }

    /** Whether it ended in a way that gives the client everything back. */
    boolean gaveEverythingBack() {
        boolean refundedWhole = status.equals("CANCELLED_BY_CLIENT") && total > 0 && refunded == captured;
        return GIVEN_BACK.contains(status) || refundedWhole;
    }

    /** Whether it waits for nobody but a person, or for nothing at all. */
    boolean atRest() {
        return settled && WAITING_FOR_SOMEBODY.contains(step);
    }
}
