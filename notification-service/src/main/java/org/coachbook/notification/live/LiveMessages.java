package org.coachbook.notification.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coachbook.chassis.messaging.IncomingMessage;
import org.coachbook.chassis.messaging.Subscription;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.account.AccountChanged;
import org.coachbook.contracts.account.ConnectionChanged;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.coachbook.contracts.availability.Visibility;
import org.coachbook.notification.notice.BookingEvent;
import org.coachbook.notification.notice.EventType;
import org.coachbook.notification.notice.PaymentEvent;
import org.coachbook.notification.parties.BookingParties;
import org.coachbook.notification.parties.Parties;
import org.coachbook.notification.reading.ReplicaGroup;

/**
 * Brings the public events to this replica's sockets, and what decides who may watch a calendar to those who do. Each
 * replica reads all of them, from when it was started.
 */
@Singleton
class LiveMessages implements Subscription {
    private static final int REMEMBERED_AGGREGATES = 50_000;

    private final LiveSockets sockets;
    private final AvailabilityFrames availability;
    private final Watching watching;
    private final BookingParties parties;
    private final Clock clock;
    private final Timer lag;
    private final LastSequences last = new LastSequences(REMEMBERED_AGGREGATES);

    LiveMessages(
            LiveSockets sockets,
            AvailabilityFrames availability,
            Watching watching,
            BookingParties parties,
            Clock clock,
            MeterRegistry meters) {
        this.sockets = sockets;
        this.availability = availability;
        this.watching = watching;
        this.parties = parties;
        this.clock = clock;
        this.lag = Timer.builder("live.delivery").publishPercentiles(0.5, 0.99).register(meters);
    }

    @Override
    public String group() {
        return ReplicaGroup.of("live");
    }

    @Override
    public List<String> topics() {
        return List.of(
                Topics.BOOKING_EVENTS,
                Topics.PAYMENT_EVENTS,
                Topics.AVAILABILITY_EVENTS,
                Topics.ACCOUNT_CHANGES,
                Topics.SCHEDULE_CHANGES,
                Topics.CONNECTION_CHANGES);
    }

    @Override
    public boolean fromTheBeginning() {
        return false;
    }

    @Override
    public void handle(IncomingMessage message) {
        String stream = message.topic() + "|" + message.subject();
        if (last.isNew(stream, message.sequence())) {
            show(message);
            last.reached(stream, message.sequence());
            lag.record(Duration.ofMillis(Math.max(0, clock.millis() - message.appendedAtMillis())));
        }
    }

    private void show(IncomingMessage message) {
        switch (message.topic()) {
            case Topics.BOOKING_EVENTS -> booking(message);
            case Topics.PAYMENT_EVENTS -> payment(message);
            case Topics.AVAILABILITY_EVENTS -> availability.show(message);
            case Topics.ACCOUNT_CHANGES -> account(message);
            case Topics.SCHEDULE_CHANGES -> schedule(message);
            case Topics.CONNECTION_CHANGES -> connection(message);
            default -> throw new IllegalStateException("Not subscribed to " + message.topic());
        }
    }

    /** The coach is named in the event; the client's frame follows as soon as he is known. */
    private void booking(IncomingMessage message) {
        BookingEvent event = message.as(BookingEvent.class);
        sockets.deliver(Frames.booking(event.coachId(), event, sourceOf(message)));
        parties.of(event)
                .map(Parties::clientId)
                .ifPresent(client -> sockets.deliver(Frames.booking(client, event, sourceOf(message))));
    }

    private void payment(IncomingMessage message) {
        PaymentEvent event = message.as(PaymentEvent.class);
        if (!event.isAboutBooking()) {
            return;
        }
        parties.of(event.bookingId()).ifPresent(both -> Frames.payment(both, event, sourceOf(message))
                .forEach(sockets::deliver));
    }

    private void account(IncomingMessage message) {
        if (message.type().equals(EventType.of(AccountChanged.class))) {
            AccountChanged account = message.as(AccountChanged.class);
            sockets.toSubject(
                    account.userId(),
                    FrameJson.event("status_update", message.id(), message.sequence(), clock.instant(), account));
            if (!account.active()) {
                parties.drop(account.userId());
                sockets.signOut(account.userId());
            }
        }
    }

    /** A public calendar is shut to those alone whom a block shuts out. */
    private void schedule(IncomingMessage message) {
        if (message.type().equals(EventType.of(ScheduleChanged.class))) {
            ScheduleChanged schedule = message.as(ScheduleChanged.class);
            if (schedule.calendarVisibility() != Visibility.PUBLIC) {
                watching.check(schedule.coachId());
            }
        }
    }

    private void connection(IncomingMessage message) {
        if (message.type().equals(EventType.of(ConnectionChanged.class))) {
            ConnectionChanged connection = message.as(ConnectionChanged.class);
            watching.check(connection.coachId(), connection.clientId());
        }
    }

    private static Frames.Source sourceOf(IncomingMessage message) {
        Instant at = Instant.ofEpochMilli(message.appendedAtMillis());
        return new Frames.Source(message.id(), message.type(), message.sequence(), at);
    }
}
