package org.coachbook.booking.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.Order;
import org.coachbook.booking.process.Party;
import org.coachbook.booking.process.PaymentFacts;
import org.coachbook.booking.process.Progress;
import org.coachbook.booking.process.Proposal;
import org.coachbook.booking.process.Rejection;
import org.coachbook.booking.process.Step;
import org.coachbook.booking.process.Wish;
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
        Rejection rejection = progress.rejection();
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
                pending(booking),
                progress.deadline(),
                rejection == null ? null : rejection.reason().wireName(),
                order.title(),
                order.notes(),
                suggestions(booking),
                viewer == Party.COACH ? earnings(order) : null,
                order.placedAt(),
                progress.eventsSent());
    }

    /** A step under way that the status does not show; null when there is none. */
    public static BookingView.@Nullable Pending pending(Booking booking) {
        Wish wish = booking.progress().wish();
        if (wish != null) {
            return new BookingView.Pending(wish.action(), wish.by().wireName());
        }
        if (booking.progress().step().equals(Step.SETTLE_PAYMENT.stepName())) {
            return new BookingView.Pending("settle_payment", Party.SYSTEM.wireName());
        }
        if (booking.progress().step().equals(Step.SUGGEST_TIMES.stepName())) {
            return new BookingView.Pending("suggest", Party.COACH.wireName());
        }
        boolean accepting = booking.isInFlight() && booking.progress().accepted();
        return accepting
                ? new BookingView.Pending(
                        "accept", accepting(booking.progress()).wireName())
                : null;
    }

    /** The client accepts what the coach has suggested, the coach what the client has requested. */
    private static Party accepting(Progress progress) {
        Proposal proposal = progress.proposal();
        return proposal != null && proposal.taken() != null ? Party.CLIENT : Party.COACH;
    }

    private static List<BookingView.Suggestion> suggestions(Booking booking) {
        List<Instant> starts =
                booking.progress().suggested().map(Proposal::starts).orElse(List.of());
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
