package org.coachbook.booking.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Order;
import org.coachbook.booking.process.Party;
import org.coachbook.booking.process.PaymentFacts;
import org.coachbook.booking.process.Progress;
import org.coachbook.booking.process.Proposal;
import org.coachbook.booking.process.Rejection;
import org.coachbook.booking.sessiontypes.SessionTypeNames;
import org.coachbook.contracts.availability.SessionTerms;
import org.jspecify.annotations.Nullable;

/** Shows bookings to their parties: the client never sees fee and payout, nobody sees ids of the payment provider. */
@ApplicationScoped
public class BookingViews {
    private final SessionTypeNames names;

    BookingViews(SessionTypeNames names) {
        this.names = names;
    }

    /** The booking as this party sees it. */
    public BookingView of(Booking booking, Party viewer) {
        Order order = booking.order();
        Progress progress = booking.progress();
        return new BookingView(
                booking.id(),
                order.coachId(),
                order.clientId(),
                sessionType(booking),
                progress.slot().start(),
                progress.slot().end(),
                order.timeZone(),
                booking.status(),
                order.quote().price(),
                payment(order, progress.payment()),
                PendingSteps.of(booking),
                progress.deadline(),
                reason(progress),
                order.title(),
                order.notes(),
                suggestions(booking),
                offered(booking),
                viewer == Party.COACH ? earnings(order) : null,
                order.placedAt(),
                progress.eventsSent());
    }

    private static @Nullable String reason(Progress progress) {
        Rejection rejection = progress.rejection();
        if (rejection != null) {
            return rejection.reason().wireName();
        }
        return progress.expiry() == null ? null : progress.expiry().name().toLowerCase(Locale.ROOT);
    }

    private static List<BookingView.Suggestion> suggestions(Booking booking) {
        BookingView.Offered offered = offered(booking);
        return offered == null ? List.of() : offered.times();
    }

    private static BookingView.@Nullable Offered offered(Booking booking) {
        return booking.progress()
                .offered()
                .map(offer -> new BookingView.Offered(
                        offer.by().wireName(), suggestions(booking, offer), offer.deadline(), offer.message()))
                .orElse(null);
    }

    private static List<BookingView.Suggestion> suggestions(Booking booking, Proposal offer) {
        List<Instant> starts = offer.starts();
        Duration length = Duration.ofMinutes(booking.order().durationMinutes());
        return IntStream.range(0, starts.size())
                .mapToObj(n -> new BookingView.Suggestion(
                        n, starts.get(n), starts.get(n).plus(length)))
                .toList();
    }

    private BookingView.SessionType sessionType(Booking booking) {
        String id = booking.order().sessionTypeId();
        SessionTerms terms = booking.progress().slot().terms();
        long version = terms == null ? booking.order().quote().sessionTypeVersion() : terms.sessionTypeVersion();
        return new BookingView.SessionType(id, names.nameOf(id, version), terms == null ? null : terms.format());
    }

    private static BookingView.Payment payment(Order order, PaymentFacts facts) {
        return new BookingView.Payment(facts.status(), order.total(), facts.refunded(), facts.declineCode());
    }

    private static BookingView.Earnings earnings(Order order) {
        return new BookingView.Earnings(
                order.quote().platformFee(), order.quote().payout());
    }
}
