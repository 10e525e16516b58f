package org.coachbook.booking.running;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.coachbook.booking.process.Booking;
import org.jspecify.annotations.Nullable;

/** Requests of this replica that wait for a booking to get somewhere, woken by the write that brings it there. */
@Singleton
public class WaitingRoom {
    private final Map<String, Seats> rooms = new ConcurrentHashMap<>();

    /** A request that waits; closing it leaves the room. */
    public final class Ticket implements AutoCloseable {
        private final String bookingId;
        private final Predicate<Booking> wanted;
        private final CompletableFuture<Booking> arrival = new CompletableFuture<>();

        private Ticket(String bookingId, Predicate<Booking> wanted) {
            this.bookingId = bookingId;
            this.wanted = wanted;
        }

        /** Tells what was read or written of the booking. */
        void see(Booking booking) {
            if (wanted.test(booking)) {
                arrival.complete(booking);
            }
        }

        CompletableFuture<Booking> arrival() {
            return arrival;
        }

        String bookingId() {
            return bookingId;
        }

        @Override
        public void close() {
            rooms.computeIfPresent(bookingId, (_, seats) -> {
                seats.tickets.remove(this);
                return seats.tickets.isEmpty() ? null : seats;
            });
        }
    }

    private static final class Seats {
        private final List<Ticket> tickets = new CopyOnWriteArrayList<>();
        private volatile @Nullable Booking lastKnown;
    }

    /** Waits from now on for the booking to be as wanted; to be entered before what is waited for can happen. */
    public Ticket enter(String bookingId, Predicate<Booking> wanted) {
        Ticket ticket = new Ticket(bookingId, wanted);
        rooms.compute(bookingId, (_, present) -> {
            Seats seats = present == null ? new Seats() : present;
            seats.tickets.add(ticket);
            return seats;
        });
        return ticket;
    }

    /** The booking as this replica last wrote it, while somebody waits for it. */
    Optional<Booking> lastKnown(String bookingId) {
        return Optional.ofNullable(rooms.get(bookingId)).map(seats -> seats.lastKnown);
    }

    /** Tells those who wait that the booking was written. */
    void arrived(Booking booking) {
        Seats seats = rooms.get(booking.id());
        if (seats != null) {
            seats.lastKnown = booking;
            seats.tickets.forEach(ticket -> ticket.see(booking));
        }
    }
}
