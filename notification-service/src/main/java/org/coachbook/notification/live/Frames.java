package org.coachbook.notification.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.payment.event.PaymentFailed;
import org.coachbook.notification.notice.BookingEvent;
import org.coachbook.notification.notice.EventType;
import org.coachbook.notification.notice.Notice;
import org.coachbook.notification.notice.PaymentEvent;
import org.coachbook.notification.parties.Parties;

/** Which frames an event makes, and for whom. Recipients come from the booking, never from a client. */
public final class Frames {
    private static final int FIRST = 0;
    private static final int AFTER_IT = 1;

    /**
     * Where a frame comes from.
     *
     * @param eventId CloudEvents id
     * @param sequence the event's number in its aggregate
     * @param at when it was appended
     */
    public record Source(String eventId, String type, long sequence, Instant at) {}

    private Frames() {}

    /** What a booking's event tells one of its parties; it is numbered as the booking's events are. */
    public static Frame booking(String recipientId, BookingEvent event, Source source) {
        Map<String, Object> data = Map.of(
                "bookingId", event.bookingId(),
                "coachId", event.coachId(),
                "sessionTypeId", event.sessionTypeId(),
                "status", event.status(),
                "start", event.start(),
                "end", event.end());
        Source numbered = new Source(source.eventId(), source.type(), event.sequence(), source.at());
        return frame(recipientId, "booking_update", streamOf(Topics.BOOKING_EVENTS, event.bookingId()), numbered, data);
    }

    /** What a payment's event tells: both parties, but of a failed attempt to pay only the one who tried. */
    public static List<Frame> payment(Parties parties, PaymentEvent event, Source source) {
        Frame client = payment(parties.clientId(), event, source);
        return source.type().equals(EventType.of(PaymentFailed.class))
                ? List.of(client)
                : List.of(client, payment(parties.coachId(), event, source));
    }

    private static Frame payment(String recipientId, PaymentEvent event, Source source) {
        Map<String, Object> data = Map.of(
                "bookingId", event.bookingId(),
                "status", source.type().split("\\.", -1)[1],
                "amount", event.amount(),
                "currency", event.currency());
        return frame(recipientId, "payment_update", streamOf(Topics.PAYMENT_EVENTS, event.bookingId()), source, data);
    }

    /** That there is a new entry in the recipient's inbox. */
    public static Frame notification(Notice notice) {
        String subject =
                switch (notice.kind().about()) {
                    case CONNECTION -> "connectionId";
                    case PACKAGE -> "packageId";
                    case BOOKING, OFFER, INVITATION -> "bookingId";
                };
        Map<String, Object> data =
                Map.of("notificationId", notice.id(), "type", notice.kind().key(), subject, notice.subjectId());
        String id = notice.eventId() + ":notification";
        return new Frame(
                Frame.keyOf(notice.recipientId(), id),
                notice.recipientId(),
                id,
                streamOf(notice.kind().topic(), notice.subjectId()),
                notice.sequence(),
                AFTER_IT,
                notice.at(),
                FrameJson.event("notification", id, notice.sequence(), notice.at(), data));
    }

    private static Frame frame(String recipientId, String type, String stream, Source source, Object data) {
        String id = source.eventId() + ":" + type;
        String json = FrameJson.event(type, id, source.sequence(), source.at(), data);
        return new Frame(
                Frame.keyOf(recipientId, id), recipientId, id, stream, source.sequence(), FIRST, source.at(), json);
    }

    private static String streamOf(String topic, String aggregate) {
        return topic + "|" + aggregate;
    }
}
