package org.coachbook.notification.telling;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coachbook.chassis.messaging.IncomingMessage;
import org.coachbook.chassis.messaging.Subscription;
import org.coachbook.contracts.Topics;
import org.coachbook.notification.live.Frames;
import org.coachbook.notification.notice.BookingEvent;
import org.coachbook.notification.notice.Kind;
import org.coachbook.notification.notice.PaymentEvent;

/** The public events of bookings and payments; the replicas share them. */
@Singleton
class EventMessages implements Subscription {
    private final BookingTelling bookings;
    private final PaymentTelling payments;

    EventMessages(BookingTelling bookings, PaymentTelling payments) {
        this.bookings = bookings;
        this.payments = payments;
    }

    @Override
    public String group() {
        return "notification-telling";
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.BOOKING_EVENTS, Topics.PAYMENT_EVENTS);
    }

    @Override
    public void handle(IncomingMessage message) {
        Frames.Source source = new Frames.Source(
                message.id(), message.type(), message.sequence(), Instant.ofEpochMilli(message.appendedAtMillis()));
        if (message.topic().equals(Topics.BOOKING_EVENTS)) {
            Optional<Kind> kind = Kind.ofEvent(message.type());
            kind.ifPresent(known -> bookings.tell(known, message.as(BookingEvent.class), source));
        } else {
            PaymentEvent event = message.as(PaymentEvent.class);
            if (event.isAboutBooking()) {
                payments.tell(event, source);
            }
        }
    }
}
