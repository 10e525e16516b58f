package org.coachbook.payment;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.contracts.Contract;
import org.coachbook.contracts.Topics;
import org.coachbook.contracts.payment.AuthorizePayment;
import org.coachbook.contracts.payment.CancelPayment;
import org.coachbook.contracts.payment.CapturePayment;
import org.coachbook.contracts.payment.PaymentPurpose;
import org.coachbook.contracts.payment.RefundPayment;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.CloudEventProducer;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ReceivedMessage;
import org.coachbook.testing.ServiceStack;
import org.coachbook.testing.TestTokens;

/** One payment from the booking process's point of view: its commands, the replies, and what the page asks. */
public final class Journey implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final CloudEventProducer producer = new CloudEventProducer(ServiceStack.bootstrapServers());
    private final KafkaProbe replies = KafkaProbe.of(ServiceStack.bootstrapServers(), Topics.BOOKING_REPLIES);
    private final KafkaProbe events = KafkaProbe.of(ServiceStack.bootstrapServers(), Topics.PAYMENT_EVENTS);
    private final String id = "b-" + UUID.randomUUID();
    private final String coachId;
    private final String clientId = "client-" + UUID.randomUUID();
    private long sequence;

    public Journey(String coachId) {
        this.coachId = coachId;
    }

    public String id() {
        return id;
    }

    public String clientId() {
        return clientId;
    }

    /** Asks for 108.00 CHF with a fee of 16.20; answers the command's id. */
    public String authorize() {
        return authorize(10_800, 1_620, false);
    }

    public String authorize(long amount, long fee, boolean atOnce) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(15));
        return send(new AuthorizePayment(
                id, id, coachId, clientId, amount, "CHF", fee, atOnce, deadline, PaymentPurpose.BOOKING));
    }

    public String capture() {
        return send(new CapturePayment(id, id));
    }

    public String cancel(boolean onlyIfUnpaid) {
        return send(new CancelPayment(id, id, onlyIfUnpaid));
    }

    public String refund(String refundId, long amount) {
        return send(new RefundPayment(id, id, refundId, amount, "cancelled_by_client"));
    }

    private String send(Record command) {
        CloudEvent message = command(command);
        producer.send(Topics.PAYMENT_COMMANDS, message);
        return Objects.requireNonNull(message.headers().get("ce_id"));
    }

    private CloudEvent command(Record command) {
        Contract contract = Objects.requireNonNull(command.getClass().getAnnotation(Contract.class));
        return CloudEvent.of(contract.type(), "booking-service", id, ++sequence, MessageJson.write(command));
    }

    /** Sends a command twice, as a broker may. */
    public String captureTwice() {
        CloudEvent message = command(new CapturePayment(id, id));
        producer.send(Topics.PAYMENT_COMMANDS, message);
        producer.send(Topics.PAYMENT_COMMANDS, message);
        return Objects.requireNonNull(message.headers().get("ce_id"));
    }

    /** The reply of this type, asked for or not. */
    public JsonNode reply(String type) {
        return json(replies.await("payment.replied." + type + ".v1", id, LIMIT));
    }

    /** The reply to this command, which must be of this type. */
    public JsonNode replyTo(String commandId, String type) {
        ReceivedMessage reply = anyReplyTo(commandId);
        if (!reply.type().equals("payment.replied." + type + ".v1")) {
            throw new AssertionError("expected " + type + ", got " + reply.type() + " " + reply.payload());
        }
        return json(reply);
    }

    /** The reply to this command, of whatever type. */
    public ReceivedMessage anyReplyTo(String commandId) {
        return replies.await(m -> m.header("in-reply-to").equals(commandId), LIMIT);
    }

    /** The public event of this type. */
    public JsonNode event(String type) {
        return json(events.await("payment." + type + ".v1", id, LIMIT));
    }

    /** All replies that came within this time. */
    public List<ReceivedMessage> repliesWithin(Duration time) {
        return replies.allWithin(time).stream()
                .filter(m -> m.subject().equals(id))
                .toList();
    }

    /** The client secret as the page gets it. */
    public String clientSecret() {
        return given().auth()
                .oauth2(TestTokens.shared().user(clientId, "client"))
                .get("/api/payments/" + id + "/client-secret")
                .then()
                .statusCode(200)
                .extract()
                .path("clientSecret");
    }

    /** Prepared, and the secret of it. */
    public String prepared() {
        replyTo(authorize(), "prepared");
        return clientSecret();
    }

    private static JsonNode json(ReceivedMessage message) {
        try {
            return JSON.readTree(message.payload());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        replies.close();
        events.close();
    }
}
