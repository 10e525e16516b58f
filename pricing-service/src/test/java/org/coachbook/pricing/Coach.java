package org.coachbook.pricing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coachbook.chassis.messaging.MessageJson;
import org.coachbook.contracts.account.ConnectionChanged;
import org.coachbook.contracts.availability.DurationRule;
import org.coachbook.contracts.availability.PaymentTiming;
import org.coachbook.contracts.availability.RefundTier;
import org.coachbook.contracts.availability.ScheduleChanged;
import org.coachbook.contracts.availability.SessionFormat;
import org.coachbook.contracts.availability.SessionTerms;
import org.coachbook.contracts.availability.SessionTypeChanged;
import org.coachbook.contracts.availability.Visibility;
import org.coachbook.testing.CloudEvent;
import org.coachbook.testing.CloudEventProducer;
import org.coachbook.testing.ServiceStack;
import org.coachbook.testing.TestTokens;
import org.jspecify.annotations.Nullable;

/** A coach in Zurich with one session type; tells the service what availability-service would tell it. */
public record Coach(String id, String sessionTypeId) {
    public static final RefundTier TWO_DAYS = new RefundTier(48, 100);
    public static final RefundTier ONE_DAY = new RefundTier(24, 50);

    public static Coach withoutFacts(String sessionTypePrefix) {
        return new Coach("coach-" + UUID.randomUUID(), sessionTypePrefix + UUID.randomUUID());
    }

    /** Everybody sees the calendar and the session type, which exists, so that who asks at once waits for the facts. */
    public static Coach open() {
        Coach coach = withoutFacts("announced-");
        coach.tellSchedule(1, Visibility.PUBLIC);
        coach.tellSessionType(1, Visibility.PUBLIC, true);
        return coach;
    }

    public String token() {
        return TestTokens.shared().user(id, "coach", "client");
    }

    /** Two hours' notice, 60 days ahead, every 15 minutes. */
    public void tellSchedule(long sequence, Visibility visibility) {
        ScheduleChanged fact = new ScheduleChanged(id, sequence, "Europe/Zurich", 120, 60, 15, visibility, null);
        send("schedule.changes", "availability.schedule-changed.v1", id, sequence, fact);
    }

    /** Booked as a series of up to 12. */
    public void tellSessionType(long sequence, Visibility visibility, boolean active) {
        tellSessionType(sequence, visibility, active, 12);
    }

    public void tellSessionType(long sequence, Visibility visibility, boolean active, int longestSeries) {
        SessionTerms terms = new SessionTerms(
                sessionTypeId,
                sequence,
                SessionFormat.ONE_ON_ONE,
                PaymentTiming.IMMEDIATE,
                15,
                15,
                24,
                List.of(TWO_DAYS, ONE_DAY),
                null);
        SessionTypeChanged fact =
                new SessionTypeChanged(id, new DurationRule(60, 30, 120, 15), visibility, active, terms, longestSeries);
        send("session-type.changes", "availability.session-type-changed.v1", sessionTypeId, sequence, fact);
    }

    public void tellConnection(String connectionId, String clientId, long sequence, String status) {
        tellConnection(connectionId, clientId, sequence, status, clientId);
    }

    public void tellConnection(
            String connectionId, String clientId, long sequence, String status, @Nullable String requestedBy) {
        ConnectionChanged fact = new ConnectionChanged(connectionId, id, clientId, status, requestedBy, null, null);
        send("connection.changes", "account.connection-changed.v1", connectionId, sequence, fact);
    }

    /** A flat rate in CHF with 8.1 % VAT included and 5 % off for connected clients. */
    public ValidatableResponse setRate(long hourly) {
        return put("""
                {"currency": "CHF", "vat": {"ratePercent": "8.1", "included": true}, "rates": [
                 {"sessionTypeId": "%s", "hourly": %d, "discounts": [{"type": "connection", "percent": "5"}]}]}
                """.formatted(sessionTypeId, hourly)).statusCode(200);
    }

    public ValidatableResponse put(String rates) {
        return given().auth()
                .oauth2(token())
                .contentType(ContentType.JSON)
                .body(rates)
                .put("/api/coaches/" + id + "/rates")
                .then();
    }

    /** The body of a request for an hour at this start. */
    public Map<String, Object> asking(String start) {
        return Map.of("coachId", id, "sessionTypeId", sessionTypeId, "start", start, "durationMinutes", 60);
    }

    private static void send(String topic, String type, String subject, long sequence, Record fact) {
        try (CloudEventProducer producer = new CloudEventProducer(ServiceStack.bootstrapServers())) {
            producer.send(
                    topic, CloudEvent.of(type, "availability-service", subject, sequence, MessageJson.write(fact)));
        }
    }
}
