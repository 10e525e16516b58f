package org.coachbook.booking.placement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.BookingProcess;
import org.coachbook.booking.process.BookingStatus;
import org.coachbook.booking.process.Order;
import org.coachbook.booking.running.SagaRunner;
import org.coachbook.booking.running.SagaWait;
import org.coachbook.booking.running.WaitingRoom;
import org.coachbook.contracts.pricing.Quote;
import org.jspecify.annotations.Nullable;

/**
 * Places a booking once per idempotency key, and waits a while for what becomes of it. A repeat finds its booking
 * whatever the age of its quote; what is refused before the booking is stored leaves the key unused.
 */
@ApplicationScoped
class Placement {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What became of an order. */
    sealed interface Result {
        /** The booking as it now is; {@code status} placing when that took too long to wait for. */
        record Stands(Booking booking) implements Result {}

        record Refused(PlacementRefusal refusal) implements Result {}
    }

    private final QuoteVerifier quotes;
    private final BookingProcess process;
    private final SagaRunner sagas;
    private final SagaWait wait;
    private final WaitingRoom waiting;
    private final Clock clock;

    Placement(
            QuoteVerifier quotes,
            BookingProcess process,
            SagaRunner sagas,
            SagaWait wait,
            WaitingRoom waiting,
            Clock clock) {
        this.quotes = quotes;
        this.process = process;
        this.sagas = sagas;
        this.wait = wait;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** Places, or finds what was placed under this key before; answers at once when {@code async}. */
    Result place(String clientId, String idempotencyKey, PlaceBooking order, boolean async) {
        Instant now = clock.instant();
        String id = BookingKey.idOf(clientId, idempotencyKey);
        QuoteVerdict verdict = quotes.verify(order.quote(), now);
        Optional<PlacementRefusal> refusal = OrderCheck.refusal(order, clientId, verdict, now);
        if (refusal.isPresent()) {
            return sagas.find(id)
                    .map(earlier -> repeat(earlier, order, async))
                    .orElseGet(() -> new Result.Refused(refusal.get()));
        }
        Quote quote = ((QuoteVerdict.Genuine) verdict).quote();
        try (WaitingRoom.Ticket ticket = waiting.enter(id, Placement::isDecided)) {
            Optional<Booking> placed = sagas.start(process.place(id, orderOf(order, clientId, quote, now), now));
            return placed.<Result>map(booking -> new Result.Stands(async ? booking : decided(ticket, booking)))
                    .orElseGet(() -> repeat(sagas.find(id).orElseThrow(), order, async));
        }
    }

    private Result repeat(Booking earlier, PlaceBooking order, boolean async) {
        @Nullable Quote quote = QuoteVerifier.content(order.quote()).orElse(null);
        if (!Objects.equals(earlier.order().requestHash(), BookingKey.hashOf(order, quote))) {
            return new Result.Refused(new PlacementRefusal.KeyReused());
        }
        if (async || isDecided(earlier)) {
            return new Result.Stands(earlier);
        }
        try (WaitingRoom.Ticket ticket = waiting.enter(earlier.id(), Placement::isDecided)) {
            return new Result.Stands(decided(ticket, earlier));
        }
    }

    private Booking decided(WaitingRoom.Ticket ticket, Booking booking) {
        return wait.await(ticket, PATIENCE).orElse(booking);
    }

    private static boolean isDecided(Booking booking) {
        return booking.status() != BookingStatus.PLACING;
    }

    private static Order orderOf(PlaceBooking order, String clientId, Quote quote, Instant now) {
        return new Order(
                order.coachId(),
                clientId,
                UUID.randomUUID().toString(),
                order.sessionTypeId(),
                order.start(),
                order.durationMinutes(),
                order.holdId(),
                order.title(),
                order.notes(),
                order.timeZone(),
                quote,
                BookingKey.hashOf(order, quote),
                now);
    }
}
