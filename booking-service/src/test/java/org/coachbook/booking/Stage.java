package org.coachbook.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.availability.BookingMode;
import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.availability.RefundTier;
import org.coachbook.contracts.availability.SessionFormat;
import org.coachbook.contracts.availability.SessionTerms;
import org.coachbook.contracts.availability.SlotConfirmed;
import org.coachbook.contracts.availability.SlotReserved;
import org.coachbook.contracts.payment.reply.PaymentCaptured;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.CloudEventProducer;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ReceivedMessage;
import org.coachbook.testing.ServiceStack;

/** The calendar and the payment as a test plays them over Kafka, and the events that the world hears. One thread. */
public final class Stage implements AutoCloseable {
    public static final Duration SOON = Duration.ofSeconds(10);

    private final KafkaProbe calendar = KafkaProbe.of(ServiceStack.bootstrapServers(), "availability.commands");
    private final KafkaProbe payment = KafkaProbe.of(ServiceStack.bootstrapServers(), "payment.commands");
    private final KafkaProbe events = KafkaProbe.of(ServiceStack.bootstrapServers(), "booking.events");
    private final CloudEventProducer replies = new CloudEventProducer(ServiceStack.bootstrapServers());
    private long sequence;

    /** Waits for a command to the calendar about this booking. */
    public ReceivedMessage calendarHears(String type, String bookingId) {
        return calendar.await(type, bookingId, SOON);
    }

    /** Waits for a command to the calendar about one of the booking's reservations. */
    public ReceivedMessage calendarHears(String type, String bookingId, int attempt) {
        String reservation = '"' + bookingId + ":" + attempt + '"';
        return calendar.await(
                message -> message.type().equals(type)
                        && String.valueOf(message.payload()).contains(reservation),
                SOON);
    }

    public ReceivedMessage paymentHears(String type, String bookingId) {
        return payment.await(type, bookingId, SOON);
    }

    public ReceivedMessage worldHears(String type, String bookingId) {
        return events.await(type, bookingId, SOON);
    }

    /** Everything the world has heard about this booking, after listening for a moment. */
    public List<ReceivedMessage> eventsOf(String bookingId) {
        return about(events, bookingId);
    }

    public List<ReceivedMessage> calendarCommandsOf(String bookingId) {
        return about(calendar, bookingId);
    }

    public List<ReceivedMessage> paymentCommandsOf(String bookingId) {
        return about(payment, bookingId);
    }

    /** Sends a reply about a booking; answers it, so that it can be sent again. */
    public CloudEvent reply(String bookingId, Record payload) {
        Contract contract = payload.getClass().getAnnotation(Contract.class);
        CloudEvent reply =
                CloudEvent.of(contract.type(), "a-service", bookingId + ":1", ++sequence, MessageJson.write(payload));
        return again(reply.withKey(bookingId));
    }

    public CloudEvent again(CloudEvent reply) {
        replies.send("booking.replies", reply);
        return reply;
    }

    /** The calendar's answer that the time is reserved. */
    public static SlotReserved reserved(String bookingId, Instant start, BookingMode mode, boolean confirmed) {
        SessionTerms terms = new SessionTerms(
                "type",
                1,
                SessionFormat.ONE_ON_ONE,
                PaymentTiming.IMMEDIATE,
                15,
                15,
                24,
                List.of(new RefundTier(48, 100), new RefundTier(24, 50)),
                null);
        return new SlotReserved(
                bookingId + ":1",
                bookingId,
                "coach",
                mode,
                confirmed,
                terms,
                start,
                start.plus(Duration.ofHours(1)),
                "Europe/Zurich");
    }

    /** Plays a paid booking to its confirmation; answers its id. */
    public String booked(Customer customer) {
        String id = customer.placed(6000);
        calendarHears("availability.reserve-slot.v1", id);
        reply(id, reserved(id, customer.start(), BookingMode.FIRM, false));
        paymentHears("payment.authorize.v1", id);
        reply(id, new PaymentCaptured(id, id, 6000));
        calendarHears("availability.confirm-slot.v1", id);
        reply(id, new SlotConfirmed(id + ":1", id, "coach", null));
        worldHears("booking.confirmed.v1", id);
        return id;
    }

    private static List<ReceivedMessage> about(KafkaProbe probe, String bookingId) {
        return probe.allWithin(Duration.ofMillis(500)).stream()
                .filter(message -> message.subject().equals(bookingId))
                .toList();
    }

    @Override
    public void close() {
        calendar.close();
        payment.close();
        events.close();
        replies.close();
    }
}
