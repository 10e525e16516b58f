package org.coachbook.endtoend.journey;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A client, and what he does on the page. */
public record Client(Person person, URI stripe, String publishableKey) {
    public static final String VISA = "pm_card_visa";
    public static final String DECLINED = "pm_card_chargeDeclined";

    private static final int MOST_REPEATS = 10;

    public String id() {
        return person.id();
    }

    public Api api() {
        return person.api();
    }

    /** Holds a time. */
    public Answer hold(Coach coach, Instant start) {
        return api().post("/api/slots/holds", session(coach, start));
    }

    /** Gives a held time back. */
    public Answer giveBack(String holdId) {
        return api().send("DELETE", "/api/slots/holds/" + holdId, "application/json", "");
    }

    /** A signed price. */
    public String quote(Coach coach, Instant start) {
        return api().post("/api/quotes", session(coach, start)).require(200).text("quote");
    }

    /** A signed price with a code. */
    public String quote(Coach coach, Instant start, String code) {
        return askPrice(coach, start, code).require(200).text("quote");
    }

    /** What a session costs with a code, or why it has no price. */
    public Answer askPrice(Coach coach, Instant start, String code) {
        Map<String, Object> asked = new HashMap<>(session(coach, start));
        asked.put("promotionCode", code);
        return api().post("/api/quotes", asked);
    }

    /** A signed price that a credit of a package pays. */
    public Answer prepaidQuote(Coach coach, Instant start) {
        Map<String, Object> asked = new HashMap<>(session(coach, start));
        asked.put("usePackage", true);
        return api().post("/api/quotes", asked);
    }

    /** Orders a package, under an idempotency key. */
    public Answer buy(String packageId, String key) {
        return api().with("Idempotency-Key", key).post("/api/packages/" + packageId + "/purchase", "");
    }

    /** One of his packages as he sees it. */
    public Answer bought(String purchaseId) {
        return api().get("/api/packages/purchases/" + purchaseId);
    }

    /** Books with a quote, under an idempotency key. */
    public Answer book(Coach coach, Instant start, String quote, String key) {
        return book(coach, start, Map.of("quote", quote), key);
    }

    /**
     * Books with a quote, and further fields of the request. While the answer is 202 (not decided within the service's
     * five seconds) the same request is sent again under its key, as the API asks for.
     */
    public Answer book(Coach coach, Instant start, Map<String, ?> more, String key) {
        Map<String, Object> order = new HashMap<>(session(coach, start));
        order.put("timeZone", Offer.ZONE);
        order.putAll(more);
        Api once = api().with("Idempotency-Key", key);
        Answer answer = once.post("/api/bookings", order);
        for (int again = 0; again < MOST_REPEATS && answer.status() == 202; again++) {
            answer = once.post("/api/bookings", order);
        }
        return answer;
    }

    /** One of his bookings as he sees it. */
    public Answer booking(String id) {
        return api().get("/api/bookings/" + id);
    }

    public String status(String bookingId) {
        return booking(bookingId).text("status");
    }

    /** Cancels for the refund that the preview promises. */
    public Answer cancel(String bookingId) {
        int refund = api().get("/api/bookings/" + bookingId + "/cancellation")
                .body()
                .path("refund")
                .asInt();
        return api().post("/api/bookings/" + bookingId + "/cancel", Map.of("expectedRefund", refund));
    }

    /** Moves his session by himself, where he may. */
    public Answer move(String bookingId, Instant start) {
        return api().post("/api/bookings/" + bookingId + "/reschedule", Map.of("start", start.toString()));
    }

    /** Asks the coach for another time. */
    public Answer propose(String bookingId, Instant start) {
        Map<String, Object> asked = Map.of("start", start.toString(), "propose", true);
        return api().post("/api/bookings/" + bookingId + "/reschedule", asked);
    }

    /** Takes one of the times that the coach suggested. */
    public Answer takeSuggestion(String bookingId, int number) {
        return api().post("/api/bookings/" + bookingId + "/suggestions/" + number + "/accept", "{}");
    }

    /** Pays at Stripe as Stripe.js would: with the publishable key and the client secret only. */
    public Answer pay(String clientSecret, String card) {
        String intent = clientSecret.replaceFirst("_secret_.*", "");
        String form = "client_secret=" + encoded(clientSecret) + "&payment_method=" + card;
        return Api.at(stripe).withToken(publishableKey).postForm("/v1/payment_intents/" + intent + "/confirm", form);
    }

    private static Map<String, ?> session(Coach coach, Instant start) {
        return Map.of(
                "coachId", coach.id(),
                "sessionTypeId", coach.sessionTypeId(),
                "start", start.toString(),
                "durationMinutes", 60);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
