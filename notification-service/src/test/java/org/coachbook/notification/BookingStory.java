package org.coachbook.notification;

import java.util.UUID;
import org.coachbook.contracts.Topics;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.CloudEventProducer;
import org.coachbook.testing.ServiceStack;

/**
 * A booking and its events, as booking- and payment-service publish them. Its parties are new people each time.
 *
 * @param coachId begins with the language he reads
 */
public record BookingStory(String id, String coachId, String clientId) {
    private static final CloudEventProducer PRODUCER = new CloudEventProducer(ServiceStack.bootstrapServers());

    /** A booking of a client with a coach. */
    public static BookingStory between(String coach, String client) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return between(coach + "-" + unique, client + "-" + unique, 1);
    }

    /** A further booking of the same two. */
    public static BookingStory between(String coachId, String clientId, int n) {
        return new BookingStory(coachId + "~" + clientId + "~" + n, coachId, clientId);
    }

    /** The same two, where one of them offers other times, as of the event with this number. */
    public BookingStory offering(String by, long sequence) {
        return new BookingStory(id + "~" + by + "~" + sequence, coachId, clientId);
    }

    /** That the session was moved to the second of the times that are offered. */
    public void publishMoved(long sequence) {
        String payload = event("rescheduled", "rescheduled", sequence).payload().replace("2027-03-01", "2027-03-02");
        publish(CloudEvent.of("booking.rescheduled.v1", "booking-service", id, sequence, payload));
    }

    /** An event that was not published yet. */
    public CloudEvent event(String name, String status, long sequence) {
        String payload = """
                {"bookingId": "%s", "coachId": "%s", "clientRef": "ref-%s", "sessionTypeId": "career",
                 "start": "2027-03-01T08:00:00Z", "end": "2027-03-01T09:00:00Z", "status": "%s", "sequence": %d}""".formatted(id, coachId, clientId, status, sequence);
        return CloudEvent.of("booking." + name + ".v1", "booking-service", id, sequence, payload);
    }

    /** An event that says why it came to that, which was not published yet. */
    public CloudEvent event(String name, String status, long sequence, String reason) {
        String payload = event(name, status, sequence).payload().replace("}", ", \"reason\": \"" + reason + "\"}");
        return CloudEvent.of("booking." + name + ".v1", "booking-service", id, sequence, payload);
    }

    /** Publishes an event. */
    public CloudEvent publish(String name, String status, long sequence) {
        return publish(event(name, status, sequence));
    }

    /** Publishes an event, perhaps once more. */
    public static CloudEvent publish(CloudEvent event) {
        PRODUCER.send(Topics.BOOKING_EVENTS, event);
        return event;
    }

    /** Publishes an event of its payment. */
    public CloudEvent publishPayment(String name, long amount, long sequence) {
        String payload = """
                {"paymentId": "pay-%s", "bookingId": "%s", "coachId": "%s", "amount": %d, "currency": "CHF"}""".formatted(id, id, coachId, amount);
        CloudEvent event = CloudEvent.of("payment." + name + ".v1", "payment-service", "pay-" + id, sequence, payload)
                .withKey(id);
        PRODUCER.send(Topics.PAYMENT_EVENTS, event);
        return event;
    }

    /** Publishes any event. */
    public static void publish(String topic, CloudEvent event) {
        PRODUCER.send(topic, event);
    }
}
