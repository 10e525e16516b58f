package org.coachbook.booking.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.coachbook.booking.BookingStack;
import org.coachbook.booking.Stage;
import org.coachbook.booking.process.Booking;
import org.coachbook.booking.process.BookingProcess;
import org.coachbook.booking.process.Decision;
import org.coachbook.booking.process.Progress;
import org.coachbook.booking.process.Scenario;
import org.coachbook.chassis.mongo.Database;
import org.coachbook.testing.MutableClock;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BookingStack.class)
class BookingRepositoryIT {
    @Inject
    MutableClock clock;

    @Inject
    BookingRepository bookings;

    @Inject
    Database database;

    @Inject
    BookingProcess process;

    @Test
    void a_booking_comes_back_as_it_was_stored() {
        Booking booking = ordered();
        assertThat(bookings.insert(booking)).isTrue();
        assertThat(bookings.find(booking.id())).contains(booking);
        assertThat(bookings.insert(booking)).as("a second insert").isFalse();
    }

    @Test
    void a_booking_stored_before_booked_sessions_could_move_is_read() {
        Booking booking = ordered();
        bookings.insert(booking);
        var stored = database.collection("bookings");
        var proposal = new Document("by", "COACH")
                .append("times", List.of(new Document("attempt", 2).append("start", Date.from(clock.instant()))))
                .append("deadline", Date.from(clock.instant()))
                .append("taken", 0)
                .append("refused", List.of());
        var wish = new Document("ending", "CANCELLED_BY_CLIENT").append("by", "CLIENT");
        stored.updateOne(
                Filters.eq(booking.id()),
                Updates.combine(
                        Updates.set("progress.proposal", proposal),
                        Updates.set("progress.wish", wish),
                        Updates.unset("progress.slot.refundCap")));
        Progress read = bookings.find(booking.id()).orElseThrow().progress();
        assertThat(read.slot().refundCap()).isNull();
        assertThat(Objects.requireNonNull(read.proposal()).closedAt()).isNull();
        assertThat(Objects.requireNonNull(read.wish()).at()).isNull();
    }

    @Test
    void a_write_about_a_booking_that_has_moved_changes_nothing() {
        Booking booking = ordered();
        bookings.insert(booking);
        Booking next = next(booking);
        assertThat(bookings.write(next, List.of(), clock.instant())).isTrue();
        assertThat(bookings.write(next, List.of(), clock.instant())).isFalse();
    }

    @Test
    void what_a_crash_left_in_the_outbox_is_sent_after_two_seconds() {
        Booking booking = ordered();
        bookings.insert(booking); // the process dies here: nobody sends it
        clock.advance(Duration.ofSeconds(3));
        try (Stage stage = new Stage()) {
            stage.calendarHears("availability.reserve-slot.v1", booking.id());
        }
        await().untilAsserted(() ->
                assertThat(bookings.find(booking.id()).orElseThrow().outbox()).isEmpty());
    }

    @Test
    void a_state_change_does_not_bring_back_what_was_sent_meanwhile() {
        Booking booking = ordered();
        bookings.insert(booking);
        bookings.sendFirst(booking);
        await().untilAsserted(() ->
                assertThat(bookings.find(booking.id()).orElseThrow().outbox()).isEmpty());
        bookings.write(next(booking), List.of(), clock.instant());
        assertThat(bookings.find(booking.id()).orElseThrow().outbox()).isEmpty();
    }

    private Booking ordered() {
        String id = UUID.randomUUID().toString();
        var start = clock.instant().plus(Duration.ofDays(5));
        Decision.Move move = process.place(id, Scenario.order(0, start), clock.instant());
        Booking placed = move.next();
        return new Booking(
                id,
                placed.version(),
                placed.order(),
                placed.progress(),
                placed.nextTimerAt(),
                null,
                Outgoing.of(placed, move.messages()),
                clock.instant());
    }

    private static Booking next(Booking b) {
        return new Booking(b.id(), b.version() + 1, b.order(), b.progress(), b.nextTimerAt(), null, List.of(), null);
    }
}
