package org.coachbook.notification.telling;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coachbook.chassis.messaging.IncomingMessage;
import org.coachbook.chassis.messaging.Subscription;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.account.ClientInvited;
import org.coachbook.contracts.account.ConnectionChanged;
import org.coachbook.contracts.availability.WaitListOfferLapsed;
import org.coachbook.contracts.availability.WaitListOffered;
import org.coachbook.contracts.pricing.PackageBought;
import org.coachbook.notification.live.Frames;
import org.coachbook.notification.notice.BookingEvent;
import org.coachbook.notification.notice.Kind;
import org.coachbook.notification.notice.PaymentEvent;

/** The events of bookings, payments, wait lists, connections and packages; the replicas share them. */
@Singleton
class EventMessages implements Subscription {
    private final BookingTelling bookings;
    private final PaymentTelling payments;
    private final WaitListTelling waitLists;
    private final ConnectionTelling connections;
    private final PackageTelling packages;

    EventMessages(
            BookingTelling bookings,
            PaymentTelling payments,
            WaitListTelling waitLists,
            ConnectionTelling connections,
            PackageTelling packages) {
        this.bookings = bookings;
        this.payments = payments;
        this.waitLists = waitLists;
        this.connections = connections;
        this.packages = packages;
    }

    @Override
    public String group() {
        return "notification-telling";
    }

    @Override
    public List<String> topics() {
        return List.of(
                Topics.BOOKING_EVENTS,
                Topics.PAYMENT_EVENTS,
                Topics.WAIT_LIST_OFFERS,
                Topics.CONNECTION_CHANGES,
                Topics.CONNECTION_INVITATIONS,
                Topics.PACKAGE_PURCHASES);
    }

    @Override
    public void handle(IncomingMessage message) {
        Frames.Source source = new Frames.Source(
                message.id(), message.type(), message.sequence(), Instant.ofEpochMilli(message.appendedAtMillis()));
        Optional<Kind> kind = Kind.ofEvent(message.type());
        switch (message.topic()) {
            case Topics.BOOKING_EVENTS ->
                kind.ifPresent(known -> bookings.tell(known, message.as(BookingEvent.class), source));
            case Topics.WAIT_LIST_OFFERS -> kind.ifPresent(known -> tellWaiting(known, message, source));
            case Topics.CONNECTION_CHANGES -> tellConnected(message, source);
            case Topics.CONNECTION_INVITATIONS ->
                kind.ifPresent(_ -> connections.tell(message.as(ClientInvited.class), source));
            case Topics.PACKAGE_PURCHASES ->
                kind.ifPresent(_ -> packages.tell(message.as(PackageBought.class), source));
            default -> tellPaid(message.as(PaymentEvent.class), source);
        }
    }

    private void tellConnected(IncomingMessage message, Frames.Source source) {
        if (message.type().equals(Kind.CONNECTION_REQUESTED.eventType())) {
            connections.tell(message.as(ConnectionChanged.class), source);
        }
    }

    private void tellPaid(PaymentEvent event, Frames.Source source) {
        if (event.isAboutBooking()) {
            payments.tell(event, source);
        }
    }

    private void tellWaiting(Kind kind, IncomingMessage message, Frames.Source source) {
        if (kind == Kind.WAIT_LIST_OFFERED) {
            waitLists.tell(message.as(WaitListOffered.class), source);
        } else {
            waitLists.tell(message.as(WaitListOfferLapsed.class), source);
        }
    }
}
