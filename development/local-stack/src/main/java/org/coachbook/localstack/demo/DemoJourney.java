package org.coachbook.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.coachbook.localstack.accounts.Account;
import org.coachbook.localstack.accounts.DemoAccounts;
import org.coachbook.localstack.http.Eventually;
import org.coachbook.localstack.http.JsonClient;
import org.coachbook.testing.KafkaProbe;
import org.coachbook.testing.ReceivedMessage;

/** One paid booking through the gateway, from search to e-mail, as the page does it. */
public final class DemoJourney {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MINUTES = 60;
    private static final String ZONE = "Europe/Zurich";

    private final RunningStack stack;
    private final Steps steps;
    private final Inbox inbox;
    private final JsonClient gateway;
    private final String coach;
    private final String sessionType;

    /** A journey at this stack; each step becomes a line. */
    public DemoJourney(RunningStack stack, Consumer<String> output) {
        this.stack = stack;
        this.steps = new Steps(output);
        this.inbox = new Inbox(stack.mail());
        this.gateway =
                JsonClient.at(stack.gateway()).with("Origin", stack.gateway().toString());
        this.coach = stack.account("coach", "id");
        this.sessionType = stack.account("coach", "sessionTypeId");
    }

    /** Goes all the way; throws at the first step that fails. */
    public void run() {
        String email = "demo-" + UUID.randomUUID().toString().substring(0, 8) + "@demo.coachbook.org";
        Account client =
                steps.step("register a client", () -> new DemoAccounts(stack.gateway()).client(email), Account::email);
        String token = steps.step("log in", () -> logIn(client), ignored -> "");
        JsonClient self = gateway.withToken(token);
        try (LiveSocket socket =
                        steps.step("open the WebSocket", () -> LiveSocket.open(stack.gateway(), token), s -> "/ws");
                KafkaProbe kafka = KafkaProbe.of(stack.text("kafka"), "booking.events")) {
            String start = steps.step("find a free time", this::freeTime, time -> time);
            JsonNode booking = book(self, start);
            String id = booking.path("booking").path("id").asText();
            pay(booking.path("paymentIntentClientSecret").asText());
            steps.step("wait until it is firm", () -> awaitFirm(self, id), status -> status);
            steps.step("see it on the WebSocket", () -> socket.await(LIMIT, id, "firm_booked"), frame -> frame);
            steps.step("see it on Kafka", () -> kafka.await("booking.confirmed.v1", id, LIMIT), DemoJourney::describe);
            steps.step("see the e-mail", () -> inbox.awaitFor(email, LIMIT), file -> stack.root()
                    .relativize(file)
                    .toString());
        }
        steps.finish();
    }

    private String logIn(Account client) {
        return gateway.post("/api/auth/login", Map.of("email", client.email(), "password", client.password()))
                .path("accessToken")
                .asText();
    }

    /** Far enough away to be booked without the coach's consent. */
    private String freeTime() {
        LocalDate from = LocalDate.now(ZoneId.of(ZONE)).plusDays(2);
        JsonNode days = gateway.get("/api/coaches/" + coach + "/slots?sessionType=" + sessionType + "&from=" + from
                        + "&to=" + from.plusDays(13) + "&duration=" + MINUTES + "&zone=" + encode(ZONE))
                .path("days");
        for (JsonNode day : days) {
            if (!day.path("slots").isEmpty()) {
                return day.path("slots").path(0).path("start").asText();
            }
        }
        throw new IllegalStateException("The demo coach has no free time within two weeks");
    }

    private JsonNode book(JsonClient self, String start) {
        Map<String, ?> wanted =
                Map.of("coachId", coach, "sessionTypeId", sessionType, "start", start, "durationMinutes", MINUTES);
        JsonClient once = self.with("Idempotency-Key", UUID.randomUUID().toString());
        String hold = steps.step(
                        "hold it",
                        () -> once.post("/api/slots/holds", wanted),
                        held -> "until " + held.path("expiresAt").asText())
                .path("id")
                .asText();
        String quote = steps.step("get a price", () -> self.post("/api/quotes", wanted), DemoJourney::price)
                .path("quote")
                .asText();
        Map<String, Object> order = new HashMap<>(wanted);
        order.putAll(Map.of("quote", quote, "holdId", hold, "timeZone", ZONE));
        return steps.step("book it", () -> once.post("/api/bookings", order), answer -> answer.path("booking")
                .path("status")
                .asText());
    }

    private void pay(String clientSecret) {
        String intent = clientSecret.replaceFirst("_secret_.*", "");
        JsonClient browser = JsonClient.at(stack.stripe()).withToken(stack.text("stripePublishableKey"));
        String form = "client_secret=" + encode(clientSecret) + "&payment_method=pm_card_visa";
        steps.step(
                "pay with a test card",
                () -> browser.postForm("/v1/payment_intents/" + intent + "/confirm", form),
                answer -> answer.path("status").asText());
    }

    private static String awaitFirm(JsonClient self, String id) {
        Eventually.becomes(LIMIT, () -> status(self, id).equals("firm_booked"), "the booking was firm");
        return status(self, id);
    }

    private static String status(JsonClient self, String id) {
        return self.get("/api/bookings/" + id).path("status").asText();
    }

    private static String price(JsonNode quote) {
        JsonNode price = quote.path("price");
        return price.path("final").asText() + " minor units of "
                + price.path("currency").asText();
    }

    private static String describe(ReceivedMessage message) {
        return message.topic() + " " + message.type() + " #" + message.sequence();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
